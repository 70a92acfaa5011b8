/** "12 inside": somebody is there now. */
export const LiveCount = ({ children }: { readonly children: string }) => (
  <span className="inline-flex items-center gap-1.5 text-13 font-semibold whitespace-nowrap text-green">
    <span aria-hidden className="ms-[3px] size-2 rounded-full bg-online ring-3 ring-online/20" />
    {children}
  </span>
);
