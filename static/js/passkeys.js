// Joins the passkey scripts of allauth to our forms. allauth would do so with inline script, which our policy refuses.

const form = document.querySelector("form[data-passkey]");
const button = document.querySelector("#passkey-button");
const problem = document.querySelector("#passkey-problem");

if (form && button && window.PublicKeyCredential) {
  const { passkey, options } = form.dataset;
  window.allauth.webauthn.forms[`${passkey}Form`]({
    ids: {
      [passkey]: button.id,
      credential: form.elements.credential.id,
      passwordless: form.elements.passwordless?.id,
      data: options,
    },
  });
  button.hidden = false;
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  problem.textContent = problem.dataset.sentence;
});
