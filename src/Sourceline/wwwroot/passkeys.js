// Passkeys, where the browser has them: the forms are hidden until this has run, and everything else works without it.
const forms = document.querySelectorAll("form[data-passkey]");

async function options(form) {
  const answer = await fetch("?handler=PasskeyOptions", {
    method: "POST",
    headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value },
  });
  if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
  return answer.json();
}

async function credential(form) {
  const asked = await options(form);
  return form.dataset.passkey === "create"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
}

async function submit(event) {
  event.preventDefault();
  const form = event.currentTarget;
  const status = form.querySelector("[role=status]");
  try {
    form.elements.credential.value = JSON.stringify(await credential(form));
    form.submit();
  } catch (error) {
    console.warn(error);
    status.textContent = form.dataset.failed;
  }
}

if (window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
  for (const form of forms) {
    form.hidden = false;
    form.addEventListener("submit", submit);
  }
}
