// What a shop might do with the chat on its own page: a button of its own, and a language that the visitor chose.
const language = new URLSearchParams(location.search).get('lang');
if (language) {
  document.querySelector('script[data-site]').dataset.lang = language;
}

// Commands wait in this list until the loader is there.
window.Parley ??= [];
document.querySelector('[data-chat]').addEventListener('click', () => window.Parley.push(['open']));
