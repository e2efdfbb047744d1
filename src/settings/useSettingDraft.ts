import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDataProvider, useNotify, useTranslate } from 'react-admin'
import type { z } from 'zod'
import { fieldErrors } from '../../contract/fieldErrors.ts'
import type { Setting } from '../../contract/settings.ts'
import { valueChanges } from '../../contract/valueChanges.ts'
import type { StewardProvider } from '../dataProvider.ts'
import { hasCode, problemOf } from '../problem.ts'
import { mergeValues } from './mergeValues.ts'

type Opened<Value> = Omit<Setting, 'value'> & { value: Value }
export type Both = { field: string; theirs: string | number | boolean | null }

/** A setting while somebody edits it. What others save meanwhile is seen at once, or laid beside what was typed. */
export function useSettingDraft<Value extends object>(setting: Opened<Value>, schema: z.ZodType<Value>) {
  const t = useTranslate()
  const notify = useNotify()
  const provider = useDataProvider<StewardProvider>()
  const queryClient = useQueryClient()
  const [opened, setOpened] = useState(setting)
  const [value, setValue] = useState(setting.value)
  const [isSaving, setSaving] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [errors, setErrors] = useState<unknown>(null)
  const [both, setBoth] = useState<Both[]>([])
  const isDirty = valueChanges(opened.value, value).length > 0

  if (!isDirty && setting.version > opened.version) {
    setOpened(setting)
    setValue(setting.value)
  }

  function forget() {
    setFailure(null)
    setErrors(null)
    setBoth([])
  }

  async function save() {
    forget()
    const parsed = schema.safeParse(value, { reportInput: true })
    if (!parsed.success) {
      setErrors(fieldErrors(parsed.error.issues))
      return
    }
    setSaving(true)
    try {
      const { id } = opened
      const data = { ...opened, value: parsed.data }
      const saved = await provider.update<Opened<Value>>('settings', { id, data, previousData: opened })
      setOpened(saved.data)
      setValue(saved.data.value)
      void queryClient.invalidateQueries({ queryKey: ['settings'] })
      void queryClient.invalidateQueries({ queryKey: ['events'] })
      const name = t(`resources.settings.${opened.key}.name`)
      notify('resources.settings.saved', { type: 'success', messageArgs: { name } })
    } catch (error) {
      setFailure(error)
      setErrors(problemOf(error)?.errors.value ?? null)
      if (hasCode(error, 'VERSION_CONFLICT')) await takeOver()
    } finally {
      setSaving(false)
    }
  }

  /** Opens what is stored now under what was typed, so that saving again writes both. */
  async function takeOver() {
    const { data } = await provider.getOne<Opened<Value>>('settings', { id: opened.id })
    const mine = valueChanges(opened.value, value)
    const theirs = valueChanges(opened.value, data.value)
    setBoth(
      theirs.flatMap(({ field, after }) => {
        const own = mine.find((each) => each.field === field)
        return own && own.after !== after ? [{ field, theirs: after }] : []
      }),
    )
    setValue(mergeValues(opened.value, value, data.value))
    setOpened(data)
  }

  function undo() {
    forget()
    setValue(opened.value)
  }

  return { opened, value, setValue, isDirty, isSaving, save, undo, failure, errors, both }
}

export type SettingDraft = Omit<ReturnType<typeof useSettingDraft<object>>, 'value' | 'setValue'>

/** What a person reads beside a field inside a setting, or null. */
export function errorAt(errors: unknown, ...path: string[]): string | null {
  let found = errors
  for (const name of path) {
    found =
      found !== null && typeof found === 'object'
        ? Object.entries(found).find(([key]) => key === name)?.[1]
        : null
  }
  return typeof found === 'string' ? found : null
}
