import './withoutEval.ts'
import '@fontsource-variable/inter'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, ready } from './App.tsx'
import { watchActivity } from './activity.ts'

/** For so many milliseconds an empty page is better than one that changes at once; on a slow line a placeholder is. */
const blink = 200

const element = document.getElementById('root')
if (!element) throw new Error('index.html has no element with the id root')
const root = createRoot(element)

watchActivity(document)
void Promise.race([ready, new Promise((resolve) => setTimeout(resolve, blink))]).then(() =>
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
)
