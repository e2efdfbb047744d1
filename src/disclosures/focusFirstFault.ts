/** After a refusal the eye and the keyboard go to the first field with a fault, once it is on the page. */
export function focusFirstFault(form: HTMLElement | null) {
  setTimeout(() => {
    const fault = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    fault?.focus({ preventScroll: true })
    fault?.scrollIntoView({ block: 'center' })
  }, 60)
}

/** Goes to a field by its name, as the page of a request names what is missing. */
export function focusField(form: HTMLElement | null, field: string) {
  setTimeout(() => {
    const place = form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
    place
      ?.querySelector<HTMLElement>('input, textarea, [role="combobox"], button')
      ?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'center' })
  }, 60)
}
