/** Does `work` again and again, `pauseMs` after it was done the last time, until stopped. `work` handles its own failures. */
export const repeat = (pauseMs: number, work: () => Promise<void>): { stop: () => Promise<void> } => {
  let isStopped = false;
  let running = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const schedule = (): void => {
    timer = setTimeout(() => {
      running = work().then(() => {
        if (!isStopped) schedule();
      });
    }, pauseMs);
  };
  schedule();
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      return running;
    },
  };
};
