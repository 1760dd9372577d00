// Runs before everything else, in any browser: says so where the rest does not arrive, and loads again.
(function () {
  var WAIT = 20000;
  function ask() {
    var main = document.querySelector('main');
    if (!main || document.documentElement.getAttribute('data-begun')) return;
    while (main.firstChild) main.removeChild(main.firstChild);
    var words = ['Halaman belum termuat seluruhnya. Periksa Wi-Fi pelatih, lalu muat lagi.', 'The page has not arrived completely. Check the trainer’s Wi-Fi, then load it again.'];
    for (var i = 0; i < words.length; ++i) {
      var line = document.createElement('p');
      line.className = 'v-note';
      line.lang = i ? 'en' : 'id';
      line.appendChild(document.createTextNode(words[i]));
      main.appendChild(line);
    }
    var again = document.createElement('button');
    again.type = 'button';
    again.className = 'btn big';
    again.appendChild(document.createTextNode('Muat lagi / Load again'));
    again.addEventListener('click', function () { window.location.reload(); });
    main.appendChild(again);
  }
  window.addEventListener('error', function (event) {
    if (event.target && event.target.tagName === 'SCRIPT') ask();
  }, true);
  window.setTimeout(ask, WAIT);
}());
