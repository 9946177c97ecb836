// Security keys: one is made under the own name, and answers at signing in. What goes over is text in forms.

const csrf = document.querySelector("meta[name=csrf]").content;

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const listed = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

function sendable(credential) {
    const response = {};
    for (const name of ["clientDataJSON", "attestationObject", "authenticatorData", "signature"]) {
        if (credential.response[name]) response[name] = text(credential.response[name]);
    }
    return JSON.stringify({ id: credential.id, rawId: text(credential.rawId), type: credential.type, response });
}

async function make(form) {
    const answer = await fetch("/account/keys/ask", { method: "POST", headers: { "X-CSRF": csrf, Accept: "application/json" } });
    const options = await answer.json();
    const publicKey = {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: listed(options.excludeCredentials),
    };
    form.elements.answer.value = sendable(await navigator.credentials.create({ publicKey }));
    form.submit();
}

async function use(form) {
    const options = JSON.parse(document.getElementById("options").textContent);
    const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: listed(options.allowCredentials) };
    form.elements.answer.value = sendable(await navigator.credentials.get({ publicKey }));
    form.submit();
}

function attach(id, work) {
    const form = document.getElementById(id);
    form?.addEventListener("submit", (event) => {
        event.preventDefault();
        work(form).catch(() => {
            document.getElementById("said").textContent = form.dataset.problem;
        });
    });
    return form;
}

attach("add-key", make);
attach("use-key", use);
