// Sets theme and language before the first paint; the page's own modules come later.
(() => {
  try {
    const theme = localStorage.getItem('cifeng.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    const language = localStorage.getItem('cifeng.language');
    if (language) document.documentElement.lang = language;
  } catch {
    // Storage is denied: the system's theme will do.
  }
})();
