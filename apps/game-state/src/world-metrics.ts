import type { MoveRejection } from '@metaverse/contracts';
import type { Metrics } from '@metaverse/service-kit';
import { Counter, Gauge, Histogram } from 'prom-client';

/** What the world counts; each is described where it is made below. */
export type WorldMetrics = ReturnType<typeof createWorldMetrics>;

const TICK_BUCKETS_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1];

export const createWorldMetrics = (metrics: Metrics) => {
  const registers = [metrics];
  const counter = (name: string, help: string): Counter => new Counter({ name, help, registers });
  const gauge = (name: string, help: string): Gauge => new Gauge({ name, help, registers });
  const moves = new Counter({ name: 'world_moves_total', help: 'Steps asked for, by outcome', labelNames: ['outcome'], registers });
  return {
    cellEncodings: counter('world_cell_encodings_total', 'Cells encoded; at most one per occupied cell and tick'),
    occupiedCellTicks: counter('world_occupied_cell_ticks_total', 'Occupied cells, added up over the ticks that had news'),
    occupiedCells: gauge('world_occupied_cells', 'Cells that held somebody in the last tick that had news, over all spaces served here'),
    ticks: counter('world_ticks_total', 'Ticks of spaces that had news'),
    tickSeconds: new Histogram({
      name: 'world_tick_seconds',
      help: 'Time that one tick of all spaces takes',
      buckets: TICK_BUCKETS_SECONDS,
      registers,
    }),
    frames: counter('world_frames_total', 'Frames sent'),
    keyFrames: counter('world_key_frames_total', 'Frames that began anew, for newcomers and for those who could not keep up'),
    frameBytes: counter('world_frame_bytes_total', 'Bytes of the frames sent, without those of the transport'),
    framesWithheld: counter('world_frames_withheld_total', 'Frames not sent because the connection did not take the ones before'),
    slowEnded: counter('world_slow_connections_ended_total', 'Connections ended because they did not keep up for too long'),
    players: gauge('world_players', 'People present in the spaces served here'),
    spaces: gauge('world_spaces', 'Spaces served here'),
    leasesLost: counter('world_leases_lost_total', 'Spaces that another instance took over unasked'),
    handOvers: counter('world_hand_overs_total', 'Spaces handed over on request'),
    snapshots: counter('world_snapshots_total', 'Snapshots written'),
    dropped: counter('world_dropped_events_total', 'Events that were refused without an answer'),
    moved: (outcome: MoveRejection | 'accepted'): void => moves.inc({ outcome }),
  };
};
