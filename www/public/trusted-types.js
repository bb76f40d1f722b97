// Where the browser has Trusted Types, the policy of the page lets no string become code. The only
// exceptions are the addresses of its own two scripts that are started by name: the worker in which
// texts are analysed and the service worker that keeps the page for use offline. There is no rule
// for markup or for source text, so neither can be made from a string.
(() => {
  if (!self.trustedTypes) return;
  const folder = new URL('./', document.baseURI);
  const isOwnScript = ({ origin, pathname, search }) =>
    origin === folder.origin &&
    search === '' &&
    pathname.startsWith(folder.pathname) &&
    /^(?:sw|assets\/[\w-]+)\.js$/.test(pathname.slice(folder.pathname.length));
  trustedTypes.createPolicy('default', {
    createScriptURL(address) {
      return isOwnScript(new URL(address, document.baseURI)) ? address : null;
    },
  });
})();
