/** The code of a page could not be had: a browser says no more of that than of any other line that is down. */
export class NotArrived extends Error {
  /** React takes what it was refused once as refused for good; after this the page is asked for anew. */
  readonly forget: () => void

  constructor(forget: () => void) {
    super('the code of a page did not arrive')
    this.forget = forget
  }
}
