import type { ComponentType } from 'react'
import { loadTexts } from '../i18n/i18nProvider.ts'
import { ahead } from './ahead.ts'

/** A page, or a part of one, that is loaded when it is opened, together with the texts it says. */
export const page = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  ahead(async () => {
    const [component] = await Promise.all([load(), loadTexts()])
    return component
  })
