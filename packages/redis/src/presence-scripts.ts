// What changes two keys at once, as scripts that Redis runs whole. KEYS and ARGV are named above each.

/** KEYS people, entries; ARGV userId, entry. 1 when the person was not there before. */
export const ENTER = `
if redis.call('SADD', KEYS[2], ARGV[2]) == 0 then return 0 end
if redis.call('HINCRBY', KEYS[1], ARGV[1], 1) == 1 then return 1 end
return 0`;

/** KEYS people, entries; ARGV userId, entry. 1 when it was the person's last connection there. */
export const LEAVE = `
if redis.call('SREM', KEYS[2], ARGV[2]) == 0 then return 0 end
if redis.call('HINCRBY', KEYS[1], ARGV[1], -1) > 0 then return 0 end
redis.call('HDEL', KEYS[1], ARGV[1])
return 1`;

/** KEYS instances; ARGV instanceId. 1 when the instance was known, 0 when all that it entered is gone. */
export const BEAT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local known = redis.call('ZSCORE', KEYS[1], ARGV[1])
redis.call('ZADD', KEYS[1], now, ARGV[1])
if known then return 1 end
return 0`;

/**
 * KEYS instances; ARGV silenceMs. The instances that have been silent for so long. Who asks clears up after them and then
 * takes them out; until then they count as alive, so that nobody else does the same, and become silent again if it fails.
 */
export const CLAIM_SILENT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local silent = redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now - ARGV[1])
for _, instance in ipairs(silent) do redis.call('ZADD', KEYS[1], now, instance) end
return silent`;

/** KEYS entries; ARGV peoplePrefix, count. Ends so many entries of an instance; gives those whose person is gone from the place. */
export const CLEAR = `
local gone = {}
local entries = redis.call('SPOP', KEYS[1], ARGV[2])
for _, entry in ipairs(entries) do
  local parts = cjson.decode(entry)
  local people = ARGV[1] .. parts[1]
  if redis.call('HINCRBY', people, parts[2], -1) <= 0 then
    redis.call('HDEL', people, parts[2])
    table.insert(gone, entry)
  end
end
return { #entries, gone }`;
