-- Two letters, as whole names have in some scripts, make no trigram: they are found in an index of pairs (decision 23).

CREATE FUNCTION letter_pairs(text text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT COALESCE(array_agg(DISTINCT substr(text, n, 2)), '{}') FROM generate_series(1, length(text) - 1) AS n $$;

-- An index of trigrams would be walked from end to end for two letters, and three are looked for in customers_search.
DROP INDEX customers_search_name;
CREATE INDEX customers_letter_pairs ON customers USING gin (letter_pairs(search_name));
