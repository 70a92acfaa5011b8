/** What is below was written since I was last here. Stays until the room is left. */
export const UnreadLine = () => (
  <div
    role="separator"
    aria-label="New messages"
    className="mx-4 @lg:mx-6 mt-3 mb-2 flex items-center gap-2 text-12 font-semibold text-accent-text before:flex-1 before:border-t before:border-accent"
  >
    New
  </div>
);
