// The only script of these pages: browsers have no form for a passkey. Without it password and code still work.
const able = 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential
const place = document.getElementById('passkey')
const failed = document.getElementById('passkey-failed')
const button = document.querySelector('[data-passkey]')

if (able && place && button) {
  place.hidden = false
  button.addEventListener('click', async () => {
    failed.hidden = true
    button.disabled = true
    try {
      await (button.dataset.passkey === 'new' ? addPasskey() : signIn())
    } catch {
      failed.hidden = false
    }
    button.disabled = false
  })
}

async function signIn() {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await post('/auth/passkey/question'))
  const credential = await navigator.credentials.get({ publicKey })
  await post('/auth/passkey', credential.toJSON())
  location.assign(button.dataset.next)
}

async function addPasskey() {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await post('/auth/passkeys/question'))
  const credential = await navigator.credentials.create({ publicKey })
  await post('/auth/passkeys', { label: document.getElementById('label').value || 'Passkey', response: credential.toJSON() })
  location.reload()
}

async function post(address, body) {
  const answer = await fetch(address, {
    method: 'POST',
    headers: body ? { 'content-type': 'application/json', accept: 'application/json' } : { accept: 'application/json' },
    body: body ? JSON.stringify(body) : undefined,
  })
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}
