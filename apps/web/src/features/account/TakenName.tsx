export interface TakenNameProps {
  readonly name: string;
  /** Free ones. */
  readonly suggestions: readonly string[];
  readonly onPick: (name: string) => void;
}

/** A username that is somebody's, and free ones to take instead. */
export const TakenName = ({ name, suggestions, onPick }: TakenNameProps) => (
  <>
    “{name}” is taken.
    {suggestions.map((suggestion, index) => (
      <span key={suggestion}>
        {index === 0 ? ' ' : ' and '}
        <button
          type="button"
          className="hit rounded-mark underline underline-offset-2"
          onClick={() => {
            onPick(suggestion);
          }}
        >
          {suggestion}
        </button>
      </span>
    ))}
    {suggestions.length === 1 && ' is free.'}
    {suggestions.length > 1 && ' are free.'}
  </>
);
