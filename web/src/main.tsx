import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './desk.css'
import { createRoot } from 'react-dom/client'
import { Desk } from './Desk.tsx'
import { nonceOfPage } from './nonce.ts'
import { languageAtHand } from './shell/preferences.ts'
import { textsIn } from './texts/index.tsx'

// The library that locks scrolling behind a dialog looks for the nonce here.
Object.assign(globalThis, { __webpack_nonce__: nonceOfPage() })

const place = document.getElementById('desk')
if (place) {
  const language = languageAtHand()
  createRoot(place).render(<Desk language={language} texts={await textsIn(language)} />)
}
