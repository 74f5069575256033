/// The style sheet and the script of the web pages.
enum SiteAssets {
    /// Both files.
    static let files = [
        Site.File(path: "assets/style.css", bytes: Array(style.utf8)),
        Site.File(path: "assets/site.js", bytes: Array(script.utf8)),
    ]

    /// Colours have a contrast of 4.5 to 1 or more on their ground, in both schemes; nothing is said by colour alone.
    private static let style = #"""
        :root{--ground:#fff;--card:#f6f8fa;--ink:#1d252d;--soft:#4a5561;--line:#c9d1da;--link:#0b5c8a;--good:#1f6b57;--watch:#7a5200;--action:#a3201c;--open:#4a5561;--mark:#fff4d6}
        @media (prefers-color-scheme:dark){:root{--ground:#14181d;--card:#1d232a;--ink:#e6eaee;--soft:#a9b4bf;--line:#46515c;--link:#8cc8f2;--good:#7fd1bb;--watch:#f0c24b;--action:#ff9a92;--open:#a9b4bf;--mark:#3a3010}}
        *{box-sizing:border-box}
        html{scroll-padding-top:1rem}
        body{margin:0 auto;padding:0 1rem 2rem;max-width:72rem;background:var(--ground);color:var(--ink);font-family:'Hiragino Sans','Hiragino Kaku Gothic ProN','Yu Gothic UI','Yu Gothic',Meiryo,'Noto Sans CJK JP','Noto Sans JP',sans-serif;line-height:1.75;overflow-wrap:anywhere}
        a{color:var(--link);text-underline-offset:.2em}
        a:focus-visible,button:focus-visible,input:focus-visible,summary:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--link);outline-offset:2px}
        .skip{position:absolute;left:-999rem}
        .skip:focus{position:static;display:inline-block;padding:.5rem}
        .top{display:flex;flex-wrap:wrap;gap:.25rem 1rem;align-items:baseline;border-bottom:1px solid var(--line);padding:.75rem 0}
        .top .site{margin:0;font-weight:bold;flex:1 1 16rem}
        .top .site a{color:var(--ink);text-decoration:none}
        .language{margin:0}
        .top nav{flex-basis:100%}
        .top ul,.crumbs ol,.tiles,.cards{list-style:none;margin:0;padding:0}
        .top ul{display:flex;flex-wrap:wrap;gap:0 1.25rem}
        .top li a,.language a,.crumbs a{display:inline-block;padding:.25rem 0;min-height:1.75rem}
        [aria-current=page]{font-weight:bold;color:var(--ink)}
        .badge{border:2px solid var(--action);color:var(--action);padding:0 .4em;border-radius:.2em;font-size:.875rem}
        .crumbs{margin-top:.5rem;font-size:.875rem}
        .crumbs ol{display:flex;flex-wrap:wrap;gap:0 .5rem}
        .crumbs li+li:before{content:'›';margin-right:.5rem;color:var(--soft)}
        .crumbs li[aria-current]{font-weight:normal;color:var(--soft)}
        h1{font-size:1.6rem;line-height:1.4;margin:1.25rem 0 .75rem}
        h2{font-size:1.2rem;line-height:1.4;margin:2.25rem 0 .75rem;padding-left:.6rem;border-left:.25rem solid var(--good)}
        .lead{margin:.25rem 0}
        .notice,.internal{background:var(--mark);border:1px solid var(--line);border-radius:.3rem;padding:.5rem .75rem}
        .m{display:block;color:var(--soft);font-size:.8125rem;line-height:1.5}
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.5rem;margin:1rem 0}
        .tiles li{background:var(--card);border-top:.25rem solid currentColor;border-radius:.3rem;padding:.5rem .75rem}
        .tiles .count{font-size:2rem;font-weight:bold;line-height:1.2}
        .tiles .what{color:var(--ink);font-weight:bold}
        .g{color:var(--good)}.w{color:var(--watch)}.a{color:var(--action)}.o{color:var(--open)}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,20rem),1fr));gap:.5rem}
        .cards li{background:var(--card);border-radius:.3rem;padding:.5rem .75rem}
        .cards a{display:block}
        .status{font-size:1.05rem}
        .status{color:var(--ink)}.status>span:first-child,.status strong{color:var(--tone)}.status.g{--tone:var(--good)}.status.w{--tone:var(--watch)}.status.a{--tone:var(--action)}.status.o{--tone:var(--open)}
        .status strong+span{margin-left:.25em}
        .v{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        .scroll{position:relative;overflow-x:auto;margin:.5rem 0}
        table{border-collapse:collapse;width:100%;font-size:.9rem}
        caption{text-align:left;color:var(--soft);font-size:.8125rem;padding:.25rem 0}
        th,td{padding:.45rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
        thead th{background:var(--card);vertical-align:bottom;white-space:nowrap}
        tbody th{font-weight:normal;min-width:11rem}
        .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .s{white-space:nowrap;font-weight:bold}
        th button{font:inherit;font-weight:bold;color:inherit;background:none;border:0;padding:0;min-height:1.5rem;cursor:pointer;text-align:inherit}
        th button:after{content:' ↕';color:var(--soft)}
        th[aria-sort=ascending] button:after{content:' ↑'}
        th[aria-sort=descending] button:after{content:' ↓'}
        .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,14rem),1fr));gap:.5rem;margin:.5rem 0}
        .facts div{background:var(--card);border-radius:.3rem;padding:.4rem .75rem}
        .facts dt{color:var(--soft);font-size:.8125rem}
        .facts dd{margin:0;font-weight:bold}
        .chart{margin:1rem 0}
        .chart svg{display:block;width:100%;height:auto;background:#fff;border-radius:.3rem}
        .wide{overflow-x:auto;background:#fff;border-radius:.3rem}
        .wide svg{display:block;min-width:64rem;width:100%;height:auto}
        .picture{overflow-x:auto}
        @media (max-width:40rem){.picture svg{min-width:36rem}}
        figcaption{font-size:.875rem;color:var(--soft);margin:.25rem 0}
        summary{min-height:1.75rem;cursor:pointer}
        label{display:block;font-weight:bold}
        input{font:inherit;color:inherit;background:var(--ground);border:1px solid var(--soft);border-radius:.3rem;padding:.4rem .6rem;width:min(100%,28rem)}
        footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.8125rem;color:var(--soft)}
        footer p{margin:.25rem 0}
        footer span{margin-right:1rem}
        rt{font-size:.6em}
        @media print{body{max-width:none;color:#000;background:#fff}.skip,.top nav,.language,.crumbs,#search,.chart summary{display:none}.scroll{overflow:visible}details:not([open])>*{display:none}a{color:inherit;text-decoration:none}h2{break-after:avoid}tr,li,figure{break-inside:avoid}thead th,.tiles li,.cards li,.facts div{background:#fff;border:1px solid #999}table{font-size:8pt}.n,.s,thead th{white-space:normal}}

        """#

    /// Sorts and filters tables.
    ///
    /// Without it every table is there, whole and in the strategy's order.
    private static let script = #"""
        'use strict';
        document.querySelectorAll('table.sortable').forEach(function (table) {
          var body = table.tBodies[0];
          var first = Array.from(body.rows);
          var heads = table.tHead.rows[0].cells;
          function key(row, column) {
            var cell = row.cells[column];
            return cell.hasAttribute('data-sort') ? cell.getAttribute('data-sort') : cell.textContent.trim();
          }
          function compare(left, right, isNumber) {
            if (left === right) { return 0; }
            if (left === '') { return 1; }
            if (right === '') { return -1; }
            return isNumber ? left - right : left.localeCompare(right, document.documentElement.lang);
          }
          Array.from(heads).forEach(function (head, column) {
            var button = document.createElement('button');
            button.type = 'button';
            button.textContent = head.textContent;
            head.textContent = '';
            head.appendChild(button);
            button.addEventListener('click', function () {
              var state = { ascending: 'descending', descending: 'none' }[head.getAttribute('aria-sort')] || 'ascending';
              Array.from(heads).forEach(function (other) { other.removeAttribute('aria-sort'); });
              var isNumber = first.every(function (row) { return row.cells[column].hasAttribute('data-sort'); });
              var rows = first.slice();
              if (state !== 'none') {
                head.setAttribute('aria-sort', state);
                rows.sort(function (one, two) {
                  var a = key(one, column), b = key(two, column);
                  var order = compare(a, b, isNumber);
                  return state === 'descending' && a !== '' && b !== '' ? -order : order;
                });
              }
              rows.forEach(function (row) { body.appendChild(row); });
            });
          });
        });
        (function () {
          var place = document.getElementById('search');
          var table = document.querySelector('table.searchable');
          if (!place || !table) { return; }
          var label = document.createElement('label');
          var input = document.createElement('input');
          var found = document.createElement('p');
          input.type = 'search';
          input.id = 'filter';
          label.htmlFor = 'filter';
          label.textContent = place.getAttribute('data-label');
          found.setAttribute('role', 'status');
          place.append(label, input, found);
          var rows = Array.from(table.tBodies[0].rows);
          var texts = rows.map(function (row) { return row.textContent.normalize('NFKC').toLowerCase(); });
          input.addEventListener('input', function () {
            var words = input.value.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
            var count = 0;
            rows.forEach(function (row, number) {
              var shows = words.every(function (word) { return texts[number].includes(word); });
              row.hidden = !shows;
              if (shows) { count += 1; }
            });
            found.textContent = count + ' ' + place.getAttribute('data-found');
          });
        })();

        """#
}
