/** For an address that has no page. */
export function NowherePage() {
  return (
    <section className="page-head">
      <h1>There is no such page</h1>
      <p>
        The address may be mistyped, or from another version.{' '}
        <a href="#/">The contents list everything there is.</a>
      </p>
    </section>
  );
}
