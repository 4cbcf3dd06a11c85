const ofMeta = /<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>/is;

/**
 * The policy that a document carries in its head, with what only a header can say: who may frame it.
 *
 * The document in which cells run is also taken out of this origin wherever it is opened, not only in its frame. A
 * document without a policy may do nothing.
 */
export function withFrameRules(name: string, html: string): string {
  const [meta = ''] = ofMeta.exec(html) ?? [];
  const own = /content="([^"]*)"/i.exec(meta)?.[1] ?? "default-src 'none'";
  const policy = own.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return name === 'cell.html'
    ? `${policy}; frame-ancestors 'self'; sandbox allow-scripts`
    : `${policy}; frame-ancestors 'none'`;
}
