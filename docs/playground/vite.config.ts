import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { htmlStyleSheet } from '../../src/formats/html/look.ts';
import { policy } from './policy.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const STYLE = 'virtual:report.css';

/** The style sheet of rendered reports, as a file, since the policy allows no `<style>`. */
const reportStyle: Plugin = {
  name: 'report-style',
  resolveId: (id) => (id === STYLE ? `\0${STYLE}` : undefined),
  load: (id) => (id === `\0${STYLE}` ? htmlStyleSheet : undefined),
};

/**
 * Makes the built page one that also opens from a file: browsers load no module scripts there, so the
 * modules are written as AMD and loaded by `public/load-modules.js`.
 */
const classicScripts: Plugin = {
  name: 'classic-scripts',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html
        .replace(
          /<script type="module"[^>]* src="([^"]+)"><\/script>/,
          '<script defer src="./load-modules.js" data-main="$1"></script>',
        )
        .replaceAll(' crossorigin', '')
        .replace(
          '<meta charset="utf-8">',
          `<meta charset="utf-8">\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`,
        ),
  },
};

/** For Node alone; renderers that use it are not part of the page. */
const FOR_NODE = ['@myriaddreamin/typst-ts-node-compiler'];

export default defineConfig({
  root: at('.'),
  base: './',
  plugins: [reportStyle, classicScripts],
  resolve: {
    alias: [
      { find: /^ogi-annual-report$/, replacement: at('../../src/index.ts') },
      {
        find: /^ogi-annual-report\/(html|docx|xlsx|pdf|csv|text|markdown|json)$/,
        replacement: at('../../src/formats/$1/index.ts'),
      },
      { find: /^ogi-annual-report\/(.*)$/, replacement: at('../../src/$1/index.ts') },
    ],
  },
  optimizeDeps: { exclude: FOR_NODE },
  worker: { format: 'es', rollupOptions: { external: FOR_NODE } },
  build: {
    outDir: at('../site/playground'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 2_000,
    reportCompressedSize: false,
    rollupOptions: {
      external: FOR_NODE,
      output: { format: 'amd', amd: { forceJsExtensionForImports: true } },
    },
  },
});
