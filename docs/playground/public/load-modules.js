// Loads the modules of the page by script elements, as `import()` does not work on pages opened from a file.
// Each module is one call of `define(dependencies, factory)`, as Rollup writes AMD.
(() => {
  const { src, dataset } = document.currentScript;
  const modules = new Map();
  const defined = new Map();

  globalThis.define = (...given) => {
    const factory = given.pop();
    defined.set(document.currentScript.src, { dependencies: given.pop() ?? [], factory });
  };

  function load(url) {
    const known = modules.get(url);
    if (known) return known;
    const loading = new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = url;
      script.onload = () => resolve(run(url, defined.get(url)));
      script.onerror = () => {
        // so that it can be tried again
        modules.delete(url);
        reject(new Error(`${url} could not be loaded`));
      };
      document.head.append(script);
    });
    modules.set(url, loading);
    return loading;
  }

  async function run(url, { dependencies, factory }) {
    const exports = {};
    const near = (id) => load(new URL(id, url).href);
    const require = (ids, resolve, reject) =>
      Promise.all(ids.map(near)).then((loaded) => resolve(...loaded), reject);
    // where a file beside this module is, such as the script of a worker
    require.toUrl = (id) => new URL(id, url).href;
    const own = { exports, require, module: { uri: url } };
    factory(...(await Promise.all(dependencies.map((id) => own[id] ?? near(id)))));
    return exports;
  }

  load(new URL(dataset.main, src).href);
})();
