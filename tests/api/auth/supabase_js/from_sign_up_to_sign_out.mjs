// Supabase's client for JavaScript, unchanged, from sign-up to sign-out. It runs in the folder that has the client:
//   node from_sign_up_to_sign_out.mjs URL MAILS
// URL is that of the API; MAILS is the folder into which a worker writes the mails. Says "done", or throws.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@supabase/supabase-js";

const [url, mails] = process.argv.slice(2);
const PASSWORD = "correct horse battery";
const seen = new Set();

// The client asks for a WebSocket at once on this version of Node; nothing here opens one.
class NoSocket {}

// Node keeps no cookies: those of the last answers, as a browser would send them.
const cookies = new Map();
async function withCookies(input, init = {}) {
  const headers = new Headers(init.headers);
  headers.set("cookie", [...cookies].map(([name, value]) => `${name}=${value}`).join("; "));
  const answer = await fetch(input, { ...init, headers });
  for (const each of answer.headers.getSetCookie()) {
    const [name, value] = each.split(";")[0].split("=");
    cookies.set(name, value);
  }
  return answer;
}

function client(auth = {}) {
  const kept = new Map();
  const storage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
  return createClient(url, "anon", {
    auth: { autoRefreshToken: false, detectSessionInUrl: false, storage, ...auth },
    global: { fetch: withCookies },
    realtime: { transport: NoSocket },
  }).auth;
}

function found({ data, error }) {
  assert.equal(error, null);
  return data;
}

// The secret of the link of the next mail to an address.
async function mailed(email) {
  for (let tries = 0; tries < 600; tries += 1) {
    const names = await readdir(mails).catch(() => []);
    for (const name of names.filter((each) => each.endsWith(".eml") && !seen.has(each))) {
      const text = (await readFile(join(mails, name), "utf8")).replace(/=\r?\n/g, "").replace(/=3D/g, "=");
      if (!text.includes(email)) continue;
      seen.add(name);
      const link = /https?:\/\/\S+?token=([\w-]+)/.exec(text);
      if (link) return link[1];
    }
    await sleep(100);
  }
  throw new Error(`no mail came to ${email}`);
}

const email = `js.${randomBytes(4).toString("hex")}@example.org`;
const first = client();

const begun = found(await first.signUp({ email, password: PASSWORD, options: { data: { name: "P" } } }));
assert.equal(begun.session, null);
assert.equal(begun.user.email, email);
assert.equal((await first.signInWithPassword({ email, password: PASSWORD })).error.code, "invalid_credentials");

const verified = found(await first.verifyOtp({ token_hash: await mailed(email), type: "email" }));
assert.ok(verified.session.access_token);
assert.ok(verified.user.email_confirmed_at);

const signedIn = found(await first.signInWithPassword({ email, password: PASSWORD }));
const refreshed = found(await first.refreshSession());
assert.notEqual(refreshed.session.refresh_token, signedIn.session.refresh_token);
assert.deepEqual(found(await first.getUser()).user.user_metadata, { name: "P" });
assert.deepEqual(found(await first.updateUser({ data: { name: "Q" } })).user.user_metadata, { name: "Q" });
assert.equal(found(await first.getClaims()).claims.sub, signedIn.user.id);

// A flow: the link is opened where it began, and its code is exchanged.
const flow = client({ flowType: "pkce" });
found(await flow.signInWithOtp({ email, options: { emailRedirectTo: `${url}/welcome` } }));
const used = await withCookies(`${url}/auth/v1/verify/page`, {
  method: "POST",
  body: new URLSearchParams({ token: await mailed(email), type: "magiclink" }),
  headers: { "sec-fetch-site": "same-origin" },
  redirect: "manual",
});
assert.equal(used.status, 303);
const code = new URL(used.headers.get("location")).searchParams.get("code");
const exchanged = found(await flow.exchangeCodeForSession(code));
assert.equal(exchanged.user.id, signedIn.user.id);
assert.ok((await flow.exchangeCodeForSession(code)).error);

// Scopes: the others, this one, all.
const second = client();
found(await second.signInWithPassword({ email, password: PASSWORD }));
found(await second.signOut({ scope: "others" }).then((each) => ({ data: true, ...each })));
assert.ok((await flow.getUser()).error);
assert.ok((await first.getUser()).error);
found(await second.getUser());
const third = client();
found(await third.signInWithPassword({ email, password: PASSWORD }));
assert.equal((await second.signOut({ scope: "local" })).error, null);
found(await third.getUser());
const fourth = client();
found(await fourth.signInWithPassword({ email, password: PASSWORD }));
assert.equal((await fourth.signOut({ scope: "global" })).error, null);
assert.ok((await third.getUser()).error);
console.log("done");
