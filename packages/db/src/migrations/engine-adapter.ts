import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** Types by their number in `pg_type`. */
const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * The adapter with what the schema engine needs to read a database: the catalogues hold columns of PostgreSQL's internal
 * one-byte `"char"`, which the adapter of 7.10 refuses ("Column type 'char' could not be deserialized") and the engine
 * wants as characters. They pass the adapter as text and are renamed behind it. And it cuts scripts at every semicolon, which
 * no function body survives; PostgreSQL itself takes a script as a whole.
 */
export class EngineAdapter extends PrismaPg {
  override async connect(): Promise<PgAdapter> {
    return fitForEngine(await super.connect());
  }

  /** The engine replays the migrations in a database that nobody needs; the inherited method would drop its own name for it. */
  override connectToShadowDb(): Promise<PgAdapter> {
    return this.connect();
  }
}

const fitForEngine = (adapter: PgAdapter): PgAdapter => {
  const charColumns = new WeakMap<object, number[]>();

  const pool = adapter.underlyingDriver();
  const query = pool.query.bind(pool);
  const queryAsText = async (config: Parameters<typeof query>[0]): Promise<unknown> => {
    const result = await query(config);
    const fields = result.fields ?? [];
    charColumns.set(result.rows, [...fields.keys()].filter((index) => fields[index]?.dataTypeID === INTERNAL_CHAR));
    for (const field of fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = TEXT;
    return result;
  };
  // The adapter calls `query` in one of its many forms only: one object in, a promise out.
  pool.query = queryAsText as typeof pool.query;

  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw(sql);
    for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };

  adapter.executeScript = async (script) => void (await query(script));
  return adapter;
};
