/** Puts the focus to the page's title, from where screen readers and the keyboard go on. */
export function focusTitle(): void {
  const title = document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main');
  if (!title) return;
  title.tabIndex = -1;
  title.classList.add('outline-none', 'focus-visible:shadow-none');
  title.focus({ preventScroll: true });
}
