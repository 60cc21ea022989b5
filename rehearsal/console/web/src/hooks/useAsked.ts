import { useCallback, useEffect, useRef, useState } from "react";

import { ask, type Failure } from "../api";

/** How long between two looks at something that is changing, in ms. */
const MOMENT = 500;

export interface Asked<Answer> {
  /** What the server answered last; undefined before the first answer. */
  data: Answer | undefined;
  /** Why the last question was not answered. */
  failure: Failure | undefined;
  loading: boolean;
  /** Ask again. */
  again: () => void;
}

/** Ask for something, and ask again as long as `changing` says that the answer will be another one soon. */
export function useAsked<Answer>(
  what: string,
  query: Record<string, string> = {},
  changing: (answer: Answer) => boolean = () => false,
): Asked<Answer> {
  const [data, setData] = useState<Answer>();
  const [failure, setFailure] = useState<Failure>();
  const [loading, setLoading] = useState(true);
  const [question, setQuestion] = useState(0);
  const decide = useRef(changing);
  decide.current = changing;
  const key = JSON.stringify(query);

  useEffect(() => {
    let alive = true;
    let timer = 0;
    const look = async () => {
      try {
        const answer = await ask<Answer>(what, JSON.parse(key));
        if (!alive) return;
        setData(answer);
        setFailure(undefined);
        if (decide.current(answer)) timer = window.setTimeout(look, MOMENT);
      } catch (error) {
        if (alive) setFailure(error as Failure);
      } finally {
        if (alive) setLoading(false);
      }
    };
    setLoading(true);
    void look();
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [what, key, question]);

  return { data, failure, loading, again: useCallback(() => setQuestion(number => number + 1), []) };
}
