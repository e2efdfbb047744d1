import './withoutEval.ts'
import '@fontsource-variable/inter'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { watchActivity } from './activity.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id root')

watchActivity(document)
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
