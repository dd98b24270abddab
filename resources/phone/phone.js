// The page on people's phones. Whatever came from elsewhere is put in as text, never as HTML.
'use strict';
(function () {
  const screen = document.getElementById('screen');
  const banner = document.getElementById('banner');
  const notice = document.getElementById('notice');
  const said = document.getElementById('said');
  const POLL_MS = 30000;
  const SEND_MS = 15000;
  const JOIN_MS = 45000;
  const PAUSES_MS = [1000, 2000, 4000, 8000, 15000];

  let joined = true;      // false while we ask for the room's letters
  let version = '';       // of what is shown, as the server counts
  let face = null;
  let mine = {};
  let ui = {};            // what this person has begun on this screen and not sent
  let failures = 0;
  let unsent = [];        // what could not be sent, for when the connection is back
  let line = Promise.resolve();  // what is sent goes one after the other
  let noticeSince = 0;
  let poll = null;        // the request that waits for news
  let hurried = false;
  let wake = null;        // ends a pause

  const WORDS = {/* words */};

  // Says a sentence in the language of the workshop, with what belongs into its places.
  function _(sentence, ...parts) {
    const said = WORDS[sentence] || sentence;
    return parts.reduce((text, part, place) => text.split('{' + place + '}').join(part), said);
  }

  // ---- Building ----

  function el(tag, more, ...children) {
    const made = document.createElement(tag);
    Object.keys(more || {}).forEach(function (name) {
      if (name === 'on') {
        Object.keys(more.on).forEach((kind) => made.addEventListener(kind, more.on[kind]));
      } else if (name in made) {
        made[name] = more[name];
      } else {
        made.setAttribute(name, more[name]);
      }
    });
    children.forEach(function (child) {
      if (child !== null && child !== '') made.append(child);
    });
    return made;
  }

  function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    svg.setAttribute('class', 'icon');
    svg.setAttribute('aria-hidden', 'true');
    use.setAttribute('href', '#icon-' + name);
    svg.append(use);
    return svg;
  }

  function has(name) {
    return document.getElementById('icon-' + name) !== null;
  }

  function say(text) {
    said.textContent = text;
  }

  function tell(text) {
    notice.textContent = '';
    if (text) notice.append(icon('warning'), el('span', {}, text));
    noticeSince = Date.now();
  }

  // ---- Talking with the laptop ----

  async function ask(method, path, body, patience, control) {
    const stop = control || new AbortController();
    const timer = setTimeout(() => stop.abort(), patience);
    try {
      const answer = await fetch(path, {
        method: method,
        credentials: 'same-origin',
        cache: 'no-store',
        headers: body ? { 'Content-Type': 'application/json' } : {},
        body: body ? JSON.stringify(body) : undefined,
        keepalive: Boolean(body), // what was sent arrives even if the page is closed that moment
        signal: stop.signal,
      });
      return { status: answer.status, body: await answer.json() };
    } finally {
      clearTimeout(timer);
    }
  }

  function pause(ms) {
    return new Promise(function (resolve) {
      const timer = setTimeout(done, ms);
      function done() {
        clearTimeout(timer);
        wake = null;
        resolve();
      }
      wake = done;
    });
  }

  async function listen() {
    while (joined) {
      poll = new AbortController();
      hurried = false;
      try {
        const since = failures ? '' : version;
        const path = '/state?since=' + encodeURIComponent(since);
        const answer = await ask('GET', path, null, POLL_MS, poll);
        if (answer.status === 401) {
          found();
          leave();
        } else if (answer.status === 200) {
          found();
          take(answer.body);
        } else {
          await pause(2000);
        }
      } catch (error) {
        if (!hurried) {
          lost();
          await pause(PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] * (0.8 + Math.random() * 0.4));
        }
      }
    }
  }

  function hurry() {
    hurried = true;
    if (poll) poll.abort();
    if (wake) wake();
  }

  function lost() {
    failures += 1;
    if (banner.firstChild) return;
    banner.append(
      icon('warning'),
      el('span', {}, face && face.key === 'vote'
        ? _('No connection. Your vote so far is safe. Trying again…')
        : _('No connection. What you have sent is safe. Trying again…')));
  }

  function found() {
    if (!failures) return;
    failures = 0;
    banner.textContent = '';
    say(_('The connection is back.'));
  }

  function leave() {
    joined = false;
    face = null;
    askForLetters('');
  }

  // Sends something of this person's, after what is on its way. `then` runs once it is kept.
  function send(path, body, then) {
    post({ here: identity(face), path: path, body: body, then: then });
  }

  function post(letter) {
    const press = document.getElementById('send');
    if (press) press.textContent = _('Sending…');
    line = line.then(() => deliver(letter));
  }

  async function deliver(letter) {
    if (letter.here !== identity(face)) {
      tell(_('That was closed before your answer could be sent.'));
      return;
    }
    try {
      const answer = await ask('POST', letter.path, letter.body, SEND_MS);
      if (letter.here !== identity(face)) return;
      if (answer.status === 200) {
        tell('');
        mine = answer.body.mine;
        letter.then();
      } else if (answer.status === 401) {
        leave();
      } else {
        tell(answer.body.problem);
        ui.wanted = {};
      }
      if (answer.status !== 200) hurry();
    } catch (error) {
      if (letter.here !== identity(face)) return;
      unsent.push(letter);
      lost();
      hurry();
      say(_('No connection. This will be sent when the connection is back.'));
    }
    draw();
  }

  function sendWhatIsLeft() {
    const left = unsent;
    unsent = [];
    left.forEach(post);
  }

  // ---- Showing ----

  // What makes a screen another screen, and not the same one with other words.
  function identity(one) {
    if (!one) return '';
    const c = one.content;
    return [one.key, c.subject, c.number, c.about, c.poll, c.headline].join('|');
  }

  function take(state) {
    version = state.version;
    const another = identity(state.face) !== identity(face);
    const changed = another || JSON.stringify([state.face, state.mine]) !== JSON.stringify([face, mine]);
    face = state.face;
    mine = state.mine;
    if (another) {
      ui = {};
      if (Date.now() - noticeSince > 4000) tell('');
    }
    if (changed) draw(another);
    sendWhatIsLeft();
  }

  // Builds the screen. On the same screen the field that somebody is in stays as it is.
  function draw(another) {
    if (!face) return;
    const active = document.activeElement;
    const held = !another && active && active.id && screen.contains(active) ? active.id : '';
    const kept = {};
    if (!another) {
      screen.querySelectorAll('textarea, select').forEach((field) => { kept[field.id] = field.value; });
    }
    const badge = face.content.badge;
    if (badge) screen.dataset.mark = badge.code.slice(0, 2);
    else delete screen.dataset.mark;
    screen.textContent = '';
    screen.append(...SCREENS[face.key](face.content).filter(Boolean));
    Object.keys(kept).forEach(function (id) {
      const field = document.getElementById(id);
      if (field && !(id in (ui.cleared || {}))) field.value = kept[id];
    });
    ui.cleared = {};
    if (another) {
      window.scrollTo(0, 0);
      focusOn('heading');
    } else if (ui.focus) {
      focusOn(ui.focus);
    } else if (held) {
      focusOn(held);
    }
    ui.focus = '';
  }

  function focusOn(id) {
    const found = document.getElementById(id);
    if (found) found.focus({ preventScroll: id === 'heading' });
  }

  function heading(text) {
    return el('h1', { id: 'heading', tabIndex: -1 }, text);
  }

  function top(badge, line) {
    if (!badge) return el('p', { className: 'top' }, line);
    const name = 'dimension-' + badge.code.slice(0, 2);
    return el('div', { className: 'top' },
      el('span', { className: 'badge' }, has(name) ? icon(name) : null, badge.code),
      el('span', {}, line));
  }

  function button(id, text, kind, act) {
    return el('button', { id: id, type: 'button', className: kind, on: { click: act } }, text);
  }

  function cardFace(choice, before, more) {
    return el('span', { className: 'face' + (more || '') },
      before,
      el('span', {}, el('b', {}, choice.name), choice.plain ? el('small', {}, choice.plain) : null));
  }

  // A number to know an answer by, or a place for a tick where there are only words.
  function mark(choice) {
    const text = choice.mark === undefined ? choice.answer : choice.mark;
    if (typeof choice.mark === 'string' || typeof text === 'number') {
      return el('span', { className: 'number' }, String(text));
    }
    return el('span', { className: 'tick round' }, icon('check'));
  }

  function done(first, second) {
    return el('div', { id: 'done', className: 'done', tabIndex: -1 }, icon('check'),
      el('p', {}, el('b', {}, first), ' ', el('span', {}, second)));
  }

  function foot(...children) {
    const waiting = unsent.length ? _('Not sent yet. It goes as soon as the connection is back.') : ui.wrong || '';
    return el('div', { className: 'foot' },
      el('p', { id: 'wrong', className: 'wrong', role: 'alert' }, waiting), ...children.filter(Boolean));
  }

  // One answer out of several, chosen and then sent; the same for votes and polls.
  function chooseOne(c, choices, chosen, extra, act) {
    if (ui.choice === undefined) ui.choice = chosen;
    const list = choices.map(function (choice, place) {
      const key = 'answer-' + place;
      return el('label', { className: 'answer' + (choice.answer === 0 ? ' cant' : '') },
        el('input', {
          id: key, type: 'radio', name: 'answer', checked: choice.answer === ui.choice,
          on: { change: () => { ui.choice = choice.answer; wrong(''); } },
        }),
        cardFace(choice, mark(choice)));
    });
    return el('form', {
      className: 'choose',
      on: {
        submit: function (event) {
          event.preventDefault();
          if (ui.choice === null) wrong(_('Please choose an answer first.'));
          else act(ui.choice);
        },
      },
    },
    el('fieldset', {}, el('legend', { className: 'unseen' }, c.name || c.title), ...list),
    extra,
    foot(el('button', { id: 'send', className: 'first', type: 'submit' }, _('Send'))));
  }

  function wrong(text) {
    ui.wrong = text;
    const line = document.getElementById('wrong');
    if (line) line.textContent = text;
  }

  function chosenCard(choice) {
    return cardFace(choice, mark(choice), ' chosen');
  }

  // One short text: written, then shown with a way to change it.
  function oneText(kind, about, kept, words) {
    const id = 'text-' + kind;
    if (kept && !ui.rewriting) {
      return el('section', {},
        el('h2', {}, words.title),
        el('blockquote', {}, kept),
        el('div', { className: 'row' },
          button('rewrite', _('Change'), 'quiet', function () {
            ui.rewriting = true;
            ui.focus = id;
            draw();
            document.getElementById(id).value = kept;
          }),
          button('unwrite', _('Remove'), 'quiet', function () {
            send('/write', { kind: kind, about: about, text: '' }, function () {
              ui.focus = id;
              say(_('Removed.'));
            });
          })));
    }
    const field = textField(id, words.ask);
    return el('section', {}, field, button('send-' + kind, words.send, 'quiet', function () {
      const text = document.getElementById(id).value.trim();
      if (!text) return;
      send('/write', { kind: kind, about: about, text: text }, function () {
        ui.rewriting = false;
        ui.focus = 'rewrite';
        say(_('Thank you. It is kept, without a name.'));
      });
    }));
  }

  function textField(id, label) {
    const left = el('span', { className: 'muted small', id: id + '-left' }, _('No names, please.'));
    return el('div', {},
      el('label', { className: 'label', htmlFor: id }, label),
      el('textarea', {
        id: id, maxLength: 200, rows: 3, autocomplete: 'off', 'aria-describedby': id + '-left',
        on: {
          input: function (event) {
            const n = 200 - event.target.value.length;
            left.textContent = n > 50 ? _('No names, please.') : _('{0} characters left.', n);
          },
        },
      }),
      el('p', {}, left));
  }

  function levelField(levels) {
    if (!levels.length) return null;
    const remembered = sessionStorage.getItem('level') || mine.level || '';
    const options = [{ code: '', name: _('I would rather not say') }].concat(levels).map((level) =>
      el('option', { value: level.code, selected: level.code === remembered }, level.name));
    return el('div', {},
      el('label', { className: 'label', htmlFor: 'level' }, _('Your role, if you wish')),
      el('select', {
        id: 'level', on: { change: (event) => sessionStorage.setItem('level', event.target.value) },
      }, ...options));
  }

  function levelNow(levels) {
    const field = document.getElementById('level');
    const code = field ? field.value : '';
    return levels.some((level) => level.code === code) ? code : '';
  }

  const SCREENS = {
    wait: (c) => [el('div', { className: 'calm' },
      icon('screen'), heading(c.title), el('p', { className: 'muted' }, c.line))],

    vote: function (c) {
      const start = [top(c.badge, c.place), heading(c.name)];
      const chosen = c.answers.find((answer) => answer.answer === mine.answer);
      if (!chosen || ui.editing) {
        return start.concat([
          el('p', { className: 'lead' }, c.plain),
          chooseOne(c, c.answers, mine.answer === undefined ? null : mine.answer,
            levelField(c.levels), function (answer) {
              const body = {
                subject: c.subject, number: c.number, answer: answer, level: levelNow(c.levels),
              };
              send('/vote', body, function () {
                ui.editing = false;
                ui.choice = undefined;
                ui.focus = 'done';
                say(_('Thank you. Your vote is in.'));
              });
            })]);
      }
      return start.concat([
        done(_('Thank you. Your vote is in.'), _('You can change it until the reveal.')),
        chosenCard(chosen),
        button('change', _('Change my vote'), '', function () {
          ui.editing = true;
          ui.choice = mine.answer;
          ui.focus = 'answer-' + c.answers.indexOf(chosen);
          draw();
        }),
        c.comments ? oneText('comment', c.subject + '/' + c.number, mine.comment, {
          title: _('Your comment'), ask: _('Would you like to say why?'), send: _('Send comment'),
        }) : null,
        el('div', { className: 'foot' },
          el('p', { className: 'muted small' }, c.promise + '. ' + _('No name is kept.'))),
      ]);
    },

    write: function (c) {
      const texts = mine.texts || [];
      const used = texts.map((text) => text.place);
      const free = [0, 1, 2, 3, 4].find((place) => !used.includes(place));
      const parts = [top(null, c.place + ' · ' + c.title), heading(c.prompt)];
      if (free === undefined) {
        parts.push(el('p', { id: 'full', className: 'lead', tabIndex: -1 },
          _('You have written five. Remove one to write another.')));
      } else {
        parts.push(el('form', {
          on: {
            submit: function (event) {
              event.preventDefault();
              const text = document.getElementById('text').value.trim();
              if (!text) return wrong(_('Please write something first.'));
              return send('/write', { kind: 'card', about: c.about, place: free, text: text }, function () {
                ui.cleared = { text: true };
                ui.wrong = '';
                ui.focus = 'text';
                say(_('Thank you. Your answer is kept.'));
              });
            },
          },
        },
        textField('text', texts.length ? _('Another answer') : _('Your answer')),
        el('p', { id: 'wrong', className: 'wrong', role: 'alert' },
          unsent.length ? _('Not sent yet. It goes as soon as the connection is back.') : ui.wrong || ''),
        el('button', { id: 'send', className: 'first', type: 'submit' }, _('Send'))));
      }
      if (texts.length) {
        parts.push(el('h2', {}, _('Yours so far')), el('ul', { className: 'own' }, ...texts.map((text) =>
          el('li', {}, el('span', {}, text.text),
            el('button', {
              id: 'remove-' + text.place, type: 'button', className: 'quiet', 'aria-label': _('Remove: {0}', text.text),
              on: {
                click: () => send('/write', { kind: 'card', about: c.about, place: text.place, text: '' }, function () {
                  ui.focus = 'text';
                  say(_('Removed.'));
                }),
              },
            }, _('Remove'))))));
      }
      parts.push(el('div', { className: 'foot' },
        el('p', { className: 'muted small' }, _('Write first, then we talk. No name is kept.'))));
      return parts;
    },

    pick: function (c) {
      const start = [heading(c.title), el('p', { className: 'lead' }, c.line)];
      const picked = mine.picked || [];
      if (c.several) return start.concat(pickSeveral(c, picked));
      const chosen = c.choices.find((choice) => picked.includes(choice.answer));
      if (!chosen || ui.editing) {
        return start.concat([chooseOne(c, c.choices, chosen ? chosen.answer : null, null, (answer) =>
          send('/pick', { poll: c.poll, answer: answer }, function () {
            ui.editing = false;
            ui.choice = undefined;
            ui.focus = 'done';
            say(_('Thank you. Your answer is in.'));
          }))]);
      }
      return start.concat([
        done(_('Thank you. Your answer is in.'), _('You can change it until we go on.')),
        chosenCard(chosen),
        button('change', _('Change my answer'), '', function () {
          ui.editing = true;
          ui.choice = chosen.answer;
          ui.focus = 'answer-' + c.choices.indexOf(chosen);
          draw();
        }),
        el('div', { className: 'foot' }, el('p', { className: 'muted small' }, _('No name is kept.'))),
      ]);
    },

    dots: function (c) {
      const crowd = Math.max(...c.counts, ...(c.first || [])) > 10 ? ' crowd' : '';
      const rows = c.words.map(function (word, place) {
        const framed = c.framed && c.framed[0] <= place + 1 && place + 1 <= c.framed[1];
        const words = c.first
          ? _('first vote {0}, second vote {1}', c.first[place], c.counts[place])
          : String(c.counts[place]);
        return el('li', { className: framed ? 'framed' : '' },
          el('b', {}, (place + 1) + ' ' + word),
          el('div', {},
            el('span', { className: 'unseen' }, ': ' + words + (framed ? ', ' + _('the middle vote') : '')),
            c.first ? dots(c.first[place], ' rings') : null,
            dots(c.counts[place], c.first ? '' : ' rings')));
      });
      return [
        top(c.badge, c.name + ' · ' + c.subtitle),
        heading(c.headline),
        el('p', { className: 'lead' }, c.numbers),
        el('ul', { className: 'scale' + crowd, 'aria-label': _('Votes for each answer') }, ...rows),
        c.first ? el('p', { className: 'key muted small', 'aria-hidden': 'true' },
          el('span', {}, dots(1, ' rings'), _('first vote')),
          el('span', {}, dots(1, ''), _('second vote'))) : null,
        c.question ? el('p', { className: 'question' }, c.question) : null,
      ];
    },
  };

  function dots(n, kind) {
    return el('div', { className: 'dots' + kind, 'aria-hidden': 'true' },
      ...Array.from({ length: n }, () => el('i', {})));
  }

  function pickSeveral(c, picked) {
    const wanted = ui.wanted = ui.wanted || {};   // taps that are on their way
    const isOn = (choice) => (choice.answer in wanted ? wanted[choice.answer] : picked.includes(choice.answer));
    const left = () => c.limit - c.choices.filter(isOn).length;
    const list = c.choices.map(function (choice, place) {
      return el('label', { className: 'answer' },
        el('input', {
          id: 'answer-' + place, type: 'checkbox', checked: isOn(choice),
          on: {
            change: function (event) {
              const on = event.target.checked;
              if (on && c.limit && left() < 1) {
                event.target.checked = false;
                wrong(_('You have given all {0} dots. Take one back to move it.', c.limit));
                return;
              }
              wanted[choice.answer] = on;
              wrong('');
              showLeft();
              send('/pick', { poll: c.poll, answer: choice.answer, on: on }, function () {
                if (wanted[choice.answer] === on) delete wanted[choice.answer];
                say(on ? _('Kept.') : _('Taken back.'));
              });
            },
          },
        }),
        cardFace(choice, el('span', { className: 'tick' }, icon('check'))));
    });
    const told = c.limit ? el('p', { id: 'left', className: 'muted' }) : null;
    function showLeft() {
      if (told) told.textContent = leftWords(left());
    }
    showLeft();
    return [
      el('fieldset', {}, el('legend', { className: 'unseen' }, c.title), ...list),
      c.limit ? null : oneText('strength', '', mine.story, {
        title: _('What you saw'), ask: _('What did you see, in one line?'), send: _('Send'),
      }),
      foot(told, el('p', { className: 'muted small' }, _('Each tap is kept at once. No name is kept.'))),
    ];
  }

  function leftWords(n) {
    if (n < 1) return _('All your dots are given. Take one back to move it.');
    return n === 1 ? _('You have 1 dot left.') : _('You have {0} dots left.', n);
  }

  // ---- Joining ----

  function askForLetters(problem) {
    delete screen.dataset.mark;
    screen.textContent = '';
    const field = el('input', {
      id: 'code', className: 'letters', type: 'text', maxLength: 4, autocomplete: 'off',
      autocapitalize: 'characters', spellcheck: false, enterKeyHint: 'go', 'aria-describedby': 'wrong',
    });
    screen.append(
      el('div', { className: 'calm' }, heading(_('Join the workshop')),
        el('form', {
          on: {
            submit: function (event) {
              event.preventDefault();
              join(field.value);
            },
          },
        },
        el('label', { className: 'label', htmlFor: 'code' }, _('Type the four letters from the big screen')),
        el('p', { id: 'wrong', className: 'wrong', role: 'alert' }, problem),
        field,
        el('button', { id: 'join', className: 'first', type: 'submit' }, _('Join'))),
        el('p', { className: 'muted small after' }, _('No app, no account, no name. Nothing leaves this room.'))));
    if (problem) field.focus();
  }

  async function join(code) {
    const press = document.getElementById('join');
    if (press && press.getAttribute('aria-disabled') === 'true') return;
    if (press) {
      press.setAttribute('aria-disabled', 'true');
      press.textContent = _('One moment…');
    }
    let problem = '';
    try {
      const answer = await ask('POST', '/join', { code: code }, JOIN_MS);
      if (answer.status === 200) {
        joined = true;
        found();
        listen();
        return;
      }
      problem = answer.body.problem;
    } catch (error) {
      problem = _('No connection. Please check that your phone is on the room’s Wi-Fi, then try again.');
    }
    askForLetters(problem);
    const again = document.getElementById('code');
    again.value = code;
    again.select();
  }

  document.addEventListener('visibilitychange', function () {
    if (!document.hidden) hurry();
  });
  window.addEventListener('online', hurry);
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) hurry();
  });
  window.addEventListener('offline', function () {
    if (joined) hurry();
  });

  const code = new URLSearchParams(location.search).get('code');
  if (location.search) history.replaceState(null, '', '/');
  screen.textContent = '';
  screen.append(el('div', { className: 'calm' }, icon('screen'), heading(_('One moment…'))));
  if (code) {
    joined = false;
    join(code);
  } else {
    listen();
  }
}());
