'use strict';
const $ = id => document.getElementById(id);
const node = (tag, text) => { const n = document.createElement(tag); n.textContent = text ?? '–'; return n; };
const when = t => t ? new Date(t).toLocaleTimeString() : '–';
const tone = { healthy: 'good', degraded: 'warn', unhealthy: 'bad', ACCEPTED: 'good', CLOSED: 'good', REJECTED: 'bad', DEAD: 'bad' };
async function get(path) {
  const r = await fetch(path, { headers: { Accept: 'application/json' } });
  if (!r.ok && r.status !== 503) throw new Error(path + ': ' + r.status);
  return r.json();
}
function row(...cells) {
  const tr = document.createElement('tr');
  for (const c of cells) { const td = document.createElement('td'); td.append(c instanceof Node ? c : String(c ?? '–')); tr.append(td); }
  return tr;
}
function pairs(target, entries) { target.replaceChildren(...entries.map(([k, v]) => { const d = document.createElement('div'); d.append(node('dt', k), node('dd', v)); return d; })); }
const parts = {
  async health() { const h = await get('/health'); $('health').textContent = h.message ?? h.detail; $('health').className = tone[h.status] ?? 'bad'; $('demo').hidden = !h.demo; if (h.demo) document.title = 'Strikewire DEMO'; },
  async totals() {
    const m = await get('/metrics'), s = m.signals, p = m.positions;
    pairs($('totals'), [['Signals', s.totalSignals], ['Entered', s.acceptedSignals], ['Rejected', s.rejectedSignals], ['Acceptance', (100 * s.acceptanceRate).toFixed(1) + ' %'],
      ['Open positions', p.openPositions], ['Exposure, USD', p.totalExposure], ['Unrealized, USD', p.unrealizedPnL], ['Realized, USD', p.realizedPnL]]);
  },
  async signals() {
    const { items } = await get('/signals?limit=20');
    const focused = document.activeElement?.dataset?.signal;
    $('signals').replaceChildren(...items.map(s => {
      const b = node('button', when(s.created_at)); b.type = 'button'; b.dataset.signal = s.id; b.title = s.id; b.onclick = () => show(s.id);
      const st = node('span', s.status); st.className = tone[s.status] ?? '';
      return row(b, s.symbol, s.direction, s.timeframe, st, s.repeats ? [s.reason, 'sent ' + (s.repeats + 1) + ' times'].filter(Boolean).join(', ') : s.reason);
    }));
    if (focused) document.querySelector(`[data-signal="${CSS.escape(focused)}"]`)?.focus();
  },
  async holds() {
    const { items } = await get('/holds');
    $('held').hidden = items.length === 0;
    $('holds').replaceChildren(...items.map(h => {
      const b = node('button', 'release'); b.type = 'button'; b.dataset.hold = h.id;
      b.onclick = async () => { await fetch('/holds/' + encodeURIComponent(h.id) + '/release', { method: 'POST' }); soon(); };
      return row(when(h.since), h.kind.toLowerCase(), h.name, h.cause.toLowerCase(), h.reason, b);
    }));
  },
  async positions() {
    const { items } = await get('/positions?limit=20');
    $('positions').replaceChildren(...items.map(p => row(p.occ_symbol, p.quantity, p.entry_price, p.current_price, p.unrealized_pnl, p.realized_pnl, p.is_closed ? 'closed ' + (p.exit_reason ?? '') : 'open')));
  },
  async context() {
    const c = await get('/context');
    pairs($('context'), [['Freshness', c.freshness], ['Age, s', c.ageSeconds], ['Ticker', c.ticker], ['VIX', c.vix], ['Regime', c.regime], ['Trend', c.trend], ['Bias', c.bias]]);
  },
  async gex() {
    const g = await get('/health/gex');
    $('gex').replaceChildren(...(g.symbols ?? []).map(s => row(s.symbol, s.freshness, s.ageSeconds + ' s')));
  }
};
async function show(id) {
  const s = await get('/signals/' + encodeURIComponent(id)), d = s.decision;
  $('detail-id').textContent = s.id;
  $('decision').textContent = d ? [d.decision, d.rejection, 'confidence ' + d.confidence, d.positionSize + ' contracts', 'sender known by ' + s.grade].filter(Boolean).join(' · ') : 'Not decided yet';
  $('route').replaceChildren(...s.route.map(r => node('li', `${when(r.at)} ${r.stage} ${r.outcome} ${r.reason ?? ''} (${r.ms} ms)`)));
  $('reasoning').replaceChildren(...(d?.reasoning ?? []).map(r => node('li', r)));
  $('detail').hidden = false;
  $('detail').scrollIntoView({ block: 'nearest' });
}
let live = false, busy = false, again = false, timer;
async function refresh() {
  if (busy) { again = true; return; }
  busy = true;
  const failed = (await Promise.allSettled(Object.values(parts).map(p => p()))).filter(r => r.status === 'rejected');
  const lost = failed.length === Object.keys(parts).length;
  $('link').textContent = lost ? 'Connection lost: what you see is old' : live ? 'live' : 'every 5 s (live stream lost)';
  $('link').className = lost ? 'bad' : live ? 'good' : 'warn';
  busy = false;
  if (again) { again = false; soon(); }
}
function soon() { clearTimeout(timer); timer = setTimeout(refresh, 150); }
const stream = new EventSource('/live');
stream.onopen = () => { live = true; soon(); };
stream.onerror = () => { live = false; soon(); };
stream.addEventListener('signal', soon);
setInterval(refresh, 5000);
refresh();
