import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, DriverAdapterError } from '@prisma/driver-adapter-utils';
import pg from 'pg';

type PgAdapter = Awaited<ReturnType<PrismaPg['connect']>>;

/** Types by their number in `pg_type`. */
const INTERNAL_CHAR = 18;
const TEXT = 25;

/**
 * The adapter with what the schema engine needs and the adapter of 7.10 lacks:
 * - the catalogues hold columns of PostgreSQL's internal one-byte `"char"`, which it refuses ("Column type 'char' could not
 *   be deserialized") and the engine wants as characters: they pass it as text and are renamed behind it;
 * - it cuts scripts at every semicolon, which no function body survives: PostgreSQL itself takes a script as a whole.
 */
export class EngineAdapter extends PrismaPg {
  readonly #pool: pg.Pool;
  readonly #charColumns = new WeakMap<object, number[]>();

  constructor(pool: pg.Pool) {
    super(pool);
    this.#pool = pool;
    const query = pool.query.bind(pool);
    const queryWithoutChar = async (config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> => this.#passCharAsText(await query(config));
    // The adapter calls `query` in this one of its many forms.
    pool.query = queryWithoutChar as typeof pool.query;
  }

  override async connect(): Promise<PgAdapter> {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (sql) => {
      const result = await queryRaw(sql);
      for (const index of this.#charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    adapter.executeScript = (script) => this.#execute(script);
    return adapter;
  }

  /** The engine replays the migrations in a database that nobody needs; the inherited method would drop its own name for it. */
  override connectToShadowDb(): Promise<PgAdapter> {
    return this.connect();
  }

  #passCharAsText(result: pg.QueryArrayResult): pg.QueryArrayResult {
    const charFields = result.fields.filter((field) => field.dataTypeID === INTERNAL_CHAR);
    this.#charColumns.set(
      result.rows,
      charFields.map((field) => result.fields.indexOf(field)),
    );
    for (const field of charFields) field.dataTypeID = TEXT;
    return result;
  }

  async #execute(script: string): Promise<void> {
    const client = await this.#pool.connect();
    try {
      await client.query(script);
    } catch (error) {
      // The engine reads the reason from an error of this kind only.
      if (!(error instanceof pg.DatabaseError)) throw error;
      const { code = '', severity = '', message, detail, column, hint } = error;
      throw new DriverAdapterError({ kind: 'postgres', code, severity, message, detail, column, hint });
    } finally {
      client.release();
    }
  }
}
