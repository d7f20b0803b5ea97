/** Requests to the server, with the page's token in every command and the visitor's bearer token where one is needed. */
const BEARER = 'stimloop.bearer';
let session = null;

/** An answer that is not what was asked for; the message is the server's. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function keepBearer(token) {
  sessionStorage.setItem(BEARER, token);
  session = null;
}

/** Headers that say who asks. */
export function credentials() {
  const bearer = sessionStorage.getItem(BEARER);
  return bearer ? {Authorization: `Bearer ${bearer}`} : {};
}

async function refusal(answer) {
  const body = await answer.json().catch(() => ({}));
  return new Refused(answer.status, body.error ?? `the server answered ${answer.status}`);
}

/** Throws what an answer refuses with; otherwise the answer. */
export async function accepted(answer) {
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return answer;
}

export async function get(path) {
  const answer = await fetch(path, {headers: credentials(), cache: 'no-store'});
  return (await accepted(answer)).json();
}

/** Who the server takes this page for; asked once. */
export async function whoAmI() {
  session ??= get('/api/session');
  try {
    return await session;
  } catch (failure) {
    session = null;
    throw failure;
  }
}

async function send(path, body) {
  const {token} = await whoAmI();
  return fetch(path, {
    method: 'POST',
    headers: {...credentials(), 'Content-Type': 'application/json', 'X-Stimloop-Token': token},
    body: JSON.stringify(body),
  });
}

/** Gives a command. A token that is not known any more, as after a restart of the server, is asked for anew, once. */
export async function command(path, body) {
  let answer = await send(path, body);
  if (answer.status === 403) {
    session = null;
    answer = await send(path, body);
  }
  return (await accepted(answer)).json();
}

export const experimentPath = (id) => `/api/experiments/${encodeURIComponent(id)}`;
