import { LOST, MINUTE } from '../door/gauge.ts';

/** A script for Redis, and the name by which Redis knows it. */
export interface Script {
  readonly lua: string;
  readonly sha: string;
}

/** Keys outlive what they count by so much, in milliseconds: what is forgotten is forgotten by the numbers alone. */
const KEPT = 600_000;

/**
 * What Redis does for one call, by `asked.act`: it sets everything aside that the call wants or nothing, hears that the
 * call is still underway, or ends it and corrects what was set aside to what was taken. Each happens whole or not at
 * all, and a second time changes nothing. It is one script so that a Redis that took the beginning knows the end.
 *
 * KEYS[1] holds the calls underway, by the time at which they count as lost; KEYS[2] and so on hold what is left of
 * each draw, by the arithmetic of gauge.ts and by Redis's own clock, unless a time is given.
 */
const LUA = `
local asked = cjson.decode(ARGV[1])
local now = asked.now
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end

local function written(number)
  return string.format('%.17g', number)
end

local function keep_for(key, ms)
  redis.call('PEXPIRE', key, string.format('%.0f', math.max(0, ms) + ${KEPT}))
end

local function end_of(ends)
  for _, time in ipairs(ends) do
    if time > now then return time end
  end
  return ends[#ends]
end

local function read(key, draw)
  local level = redis.call('HMGET', key, 'amount', 'at')
  local amount, at = tonumber(level[1]), tonumber(level[2])
  if draw.ends then
    local ends_at = end_of(draw.ends)
    if not at or ends_at > at then return draw.limit, ends_at end
    return draw.limit - amount, at
  end
  if not at then return draw.limit, now end
  local filled = amount + math.max(0, now - at) * draw.limit / ${MINUTE}
  return math.min(draw.limit, filled), math.max(at, now)
end

local function write(key, draw, left, at)
  left = math.min(draw.limit, left)
  local amount, ms = left, (draw.limit - left) * ${MINUTE} / draw.limit
  if draw.ends then amount, ms = draw.limit - left, at - now end
  redis.call('HSET', key, 'amount', written(amount), 'at', written(at))
  keep_for(key, ms)
end

local function stay_underway()
  redis.call('ZADD', KEYS[1], 'GT', written(now + asked.lease), asked.id)
  keep_for(KEYS[1], asked.lease)
end

local act = {}

function act.reserve()
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', written(now))
  local is_known = redis.call('ZSCORE', KEYS[1], asked.id)
  local missing = ''
  if not is_known and asked.concurrent and redis.call('ZCARD', KEYS[1]) >= asked.concurrent then
    missing = 'calls'
  end
  local levels = {}
  for place, draw in ipairs(asked.draws) do
    local left, at = read(KEYS[place + 1], draw)
    levels[place] = { left, at }
    local is_enough = left >= draw.needed - ${LOST} and (left > 0 or not draw.ends)
    if missing == '' and not is_known and not is_enough then missing = written(place - 1) end
  end
  if missing == '' and not is_known then
    stay_underway()
    for place, draw in ipairs(asked.draws) do
      local level = levels[place]
      level[1] = level[1] - draw.amount
      write(KEYS[place + 1], draw, level[1], level[2])
    end
  end
  local answer = { missing, written(now) }
  for _, level in ipairs(levels) do
    table.insert(answer, written(level[1]))
    table.insert(answer, written(level[2]))
  end
  return answer
end

function act.renew()
  stay_underway()
end

function act.finish()
  if redis.call('ZREM', KEYS[1], asked.id) == 0 then return end
  for place, draw in ipairs(asked.draws) do
    local left, at = read(KEYS[place + 1], draw)
    -- What a call takes of a budget counts in the period in which it began.
    local is_its_own = not draw.ends or not draw.at or draw.at == at
    if is_its_own then write(KEYS[place + 1], draw, left + draw.amount - draw.taken, at) end
  end
end

return act[asked.act]()
`;

/** The script, with its name. */
export async function prepareScript(): Promise<Script> {
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(LUA));
  const bytes = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return { lua: LUA, sha: bytes.join('') };
}
