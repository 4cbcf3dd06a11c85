import { build, type Plugin } from 'vite';

const marker = '?bundled';

/**
 * `import source from './entry.js?bundled'`: a module with all its imports, as the text of one script.
 *
 * What runs in a cell cannot load files: its origin is opaque, and its policy allows none.
 */
export function bundledSource(): Plugin {
  return {
    name: 'farebox:bundled-source',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!source.endsWith(marker)) return undefined;
      const resolved = await this.resolve(source.slice(0, -marker.length), importer);
      return resolved === null ? undefined : `\0${resolved.id}${marker}`;
    },
    async load(id) {
      if (!id.endsWith(marker)) return undefined;
      const entry = id.slice(1, -marker.length);
      const { code, files } = await bundle(entry);
      for (const file of files) this.addWatchFile(file);
      return `export default ${JSON.stringify(code)};`;
    },
  };
}

/** One script of a module and all its imports, and the files that it was made of. */
export async function bundle(entry: string): Promise<{ code: string; files: readonly string[] }> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      target: 'es2024',
      lib: { entry, formats: ['iife'], name: 'cell', fileName: 'cell' },
    },
  });
  const [output] = [result].flat();
  if (output === undefined || !('output' in output)) throw new Error(`${entry} was not built.`);
  const [chunk] = output.output;
  return { code: chunk.code, files: chunk.moduleIds.filter((file) => !file.startsWith('\0')) };
}
