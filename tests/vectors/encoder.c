/*
 * A second encoder of the boots protocol, written from PROTOCOL.md alone. It shares nothing with the codecs, so that a
 * vector on which both agree says what the text says.
 *
 * Standard input has one frame per line: its kind, then key=value pairs, separated by tabs. Values are decimal numbers in
 * the units of PROTOCOL.md, names of codes, 1 or 0 for bits, and "none" where there is no value. Lists are key.0, key.1 ...
 * Standard output has one line per frame: its bytes in hexadecimal, then a tab and the offset, bytes and meaning of each
 * field. The kind "crc" takes hex=... and prints the CRC of all its bytes except the last two.
 */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_LINE = 65536, MOST_PAIRS = 4096, LONGEST_FRAME = 512, MICRO = 1000000 };

static char line[LONGEST_LINE];
static char *keys[MOST_PAIRS], *values[MOST_PAIRS];
static int pairs;

static uint8_t frame[LONGEST_FRAME];
static int length;
static char ruler[LONGEST_LINE];
static size_t ruled;

static void die(const char *what, const char *which)
{
    fprintf(stderr, "encoder: %s: %s\n", what, which);
    exit(1);
}

/* ---- the fields of a frame, as given ---- */

static const char *find(const char *key)
{
    int i;
    for (i = 0; i < pairs; i++)
        if (strcmp(keys[i], key) == 0) return values[i];
    return NULL;
}

static const char *text(const char *format, ...)
{
    char key[128];
    const char *value;
    va_list more;
    va_start(more, format);
    vsnprintf(key, sizeof key, format, more);
    va_end(more);
    value = find(key);
    if (!value) die("not given", key);
    return value;
}

static int count(const char *list)
{
    char key[128];
    int n = 0;
    for (;; n++) {
        snprintf(key, sizeof key, "%s.%d", list, n);
        if (!find(key)) {
            snprintf(key, sizeof key, "%s.%d.at", list, n);
            if (!find(key)) return n;
        }
    }
}

/* A decimal number in millionths, because a binary fraction could miss the half that decides how to round. */
static int64_t millionths(const char *number)
{
    int64_t sum = 0;
    int places = -1, negative = 0;
    const char *at = number;
    if (*at == '-') { negative = 1; at++; }
    for (; *at; at++) {
        if (*at == '.' && places < 0) { places = 0; continue; }
        if (*at < '0' || *at > '9') die("not a number", number);
        if (places == 6) die("too many places", number);
        if (places >= 0) places++;
        sum = sum * 10 + (*at - '0');
    }
    for (places = places < 0 ? 0 : places; places < 6; places++) sum *= 10;
    return negative ? -sum : sum;
}

/* Section 1: rounds to the nearest, halves away from zero. `scale` is in millionths of the unit. */
static int64_t raw_of(const char *number, int64_t scale)
{
    int64_t amount = millionths(number), half = scale / 2;
    return amount < 0 ? -((-amount + half) / scale) : (amount + half) / scale;
}

/* ---- the bytes of a frame, and its ruler ---- */

static void rule(int from, const char *format, ...)
{
    char bytes[3 * 64 + 1] = "", meaning[256];
    va_list more;
    int i;
    for (i = from; i < length; i++) sprintf(bytes + (i > from ? 3 * (i - from) - 1 : 0), i > from ? " %02x" : "%02x", frame[i]);
    va_start(more, format);
    vsnprintf(meaning, sizeof meaning, format, more);
    va_end(more);
    ruled += (size_t)snprintf(ruler + ruled, sizeof ruler - ruled, "\t%3d  %-23s  %s", from, bytes, meaning);
}

/* Section 1: little-endian. */
static void put(int bytes, int64_t raw)
{
    int64_t low = -((int64_t)1 << (8 * bytes - 1)), high = ((int64_t)1 << (8 * bytes)) - 1;
    if (raw < low || raw > high) die("does not fit", line);
    if (length + bytes > LONGEST_FRAME) die("frame too long", line);
    while (bytes--) {
        frame[length++] = (uint8_t)(raw & 0xff);
        raw >>= 8;
    }
}

static void number(int bytes, const char *key, int64_t scale, const char *name, const char *unit)
{
    int from = length;
    put(bytes, raw_of(text("%s", key), scale));
    rule(from, "%s: %s%s%s", name, text("%s", key), *unit ? " " : "", unit);
}

static void whole(int bytes, const char *key, const char *name, const char *unit)
{
    number(bytes, key, MICRO, name, unit);
}

struct name { const char *name; int code; };

static int code_of(const struct name *names, const char *name)
{
    for (; names->name; names++)
        if (strcmp(names->name, name) == 0) return names->code;
    die("no such name", name);
    return 0;
}

static void named(const char *key, const struct name *names, const char *meaning)
{
    int from = length;
    put(1, code_of(names, text("%s", key)));
    rule(from, "%s: %s", meaning, text("%s", key));
}

static void bits(int bytes, const char *key, const struct name *names, const char *meaning)
{
    int from = length, raw = 0;
    char set[200] = "";
    for (; names->name; names++) {
        if (strcmp(text("%s.%s", key, names->name), "1") != 0) continue;
        raw |= 1 << names->code;
        if (*set) strcat(set, ", ");
        strcat(set, names->name);
    }
    put(bytes, raw);
    rule(from, "%s: %s", meaning, *set ? set : "none");
}

static void or_none(int bytes, const char *key, int none, const char *name, const char *unit)
{
    int from = length;
    if (strcmp(text("%s", key), "none") != 0) {
        whole(bytes, key, name, unit);
        return;
    }
    put(bytes, none);
    rule(from, "%s: none", name);
}

/* A text as its bytes, padded with 0. */
static void padded(const char *key, int room, const char *meaning)
{
    const char *words = text("%s", key);
    int i, from = length, bytes = (int)strlen(words);
    if (bytes > room) die("does not fit", words);
    for (i = 0; i < room; i++) put(1, i < bytes ? (unsigned char)words[i] : 0);
    rule(from, "%s: %s", meaning, bytes ? words : "none");
}

/* Section 1.1: the CRC, one bit at a time. */
static unsigned check(const uint8_t *bytes, int n)
{
    unsigned crc = 0xFFFF;
    int i, bit;
    for (i = 0; i < n; i++)
        for (bit = 0; bit < 8; bit++) {
            unsigned feedback = (crc ^ (unsigned)(bytes[i] >> bit)) & 1;
            crc >>= 1;
            if (feedback) crc ^= 0x8408;
        }
    return crc;
}

static void seal_frame(void)
{
    int from = length;
    put(2, (int64_t)check(frame, length));
    rule(from, "CRC");
}

/* ---- the codes of PROTOCOL.md ---- */

static const struct name OPS[] = {
    {"stop", 0x01}, {"requestControl", 0x02}, {"prepare", 0x03}, {"start", 0x04}, {"pause", 0x05}, {"resume", 0x06},
    {"ceiling", 0x07}, {"drop", 0x08}, {"acknowledgeFault", 0x09}, {"identify", 0x0A}, {"readClock", 0x0B},
    {"keepAlive", 0x0C}, {"resetFlags", 0x0D}, {"reportRecords", 0x0E}, {"deleteRecords", 0x0F}, {NULL, 0}};
static const struct name RESULTS[] = {
    {"success", 1}, {"notSupported", 2}, {"invalidParameter", 3}, {"failed", 4}, {"notPermitted", 5},
    {"outOfLimits", 6}, {"busy", 7}, {"faultLatched", 8}, {"needsPress", 9}, {NULL, 0}};
static const struct name REASONS[] = {{"noControl", 1}, {"heldByAnother", 2}, {"wrongState", 3}, {NULL, 0}};
static const struct name PREPARE_FLAGS[] = {{"above80Confirmed", 0}, {NULL, 0}};
static const struct name BATCH_MARKS[] = {{"cycle", 0}, {"end", 1}, {NULL, 0}};
static const struct name KINDS[] = {{"hub", 0}, {"left", 1}, {"right", 2}, {NULL, 0}};
static const struct name ABILITIES[] = {
    {"holdsTogether", 0}, {"sharedValves", 1}, {"regulatesEachZone", 2}, {"physicalStop", 3}, {"storesSessions", 4},
    {"owned", 5}, {"secondGauge", 6}, {NULL, 0}};
static const struct name PARTS[] = {
    {"foot", 1}, {"ankle", 2}, {"calf", 3}, {"lower calf", 4}, {"upper calf", 5}, {"knee", 6}, {"thigh", 7},
    {"lower thigh", 8}, {"mid thigh", 9}, {"upper thigh", 10}, {NULL, 0}};
static const struct name THERAPIES[] = {{"stopped", 0}, {"paused", 1}, {"running", 2}, {NULL, 0}};
static const struct name OPERATIONS[] = {
    {"idle", 0}, {"preparing", 1}, {"ready", 2}, {"playing", 3}, {"waiting", 4}, {"venting", 5}, {"faulted", 6},
    {NULL, 0}};
static const struct name REFUSALS[] = {
    {"none", 0}, {"crc", 1}, {"length", 2}, {"token", 3}, {"number", 4}, {"noRoom", 5}, {"order", 6}, {"late", 7},
    {"outOfLimits", 8}, {"invalid", 9}, {"wrongState", 10}, {NULL, 0}};
static const struct name FAULTS[] = {
    {"none", 0}, {"overPressure", 1}, {"independentOverPressure", 2}, {"squeezedTooLong", 3}, {"squeezedTooMuch", 4},
    {"reverseGradient", 5}, {"gate", 6}, {"notEmptying", 7}, {"leak", 8}, {"notFilling", 9}, {"sensor", 10},
    {"pump", 11}, {"fillValve", 12}, {NULL, 0}};
static const struct name ENDS[] = {
    {"none", 0}, {"finished", 1}, {"stoppedByController", 2}, {"stoppedAtBoots", 3}, {"ranDry", 4}, {"alone", 5},
    {"wallTime", 6}, {"fault", 7}, {"rebooted", 8}, {"pausedTooLong", 9}, {NULL, 0}};
static const struct name FLAGS[] = {
    {"stateChanged", 0}, {"buttonPressed", 1}, {"controlLost", 2}, {"fault", 3}, {"warning", 4}, {"ranDry", 5},
    {"sessionEnded", 6}, {"rebooted", 7}, {NULL, 0}};

static const struct name PIECES[] = {{"session", 0}, {"leg", 1}, {"rightLeg", 2}, {NULL, 0}};

static const int64_t HALF = MICRO / 2, TENTH = MICRO / 10;

/* ---- section 3 ---- */

static void feature(void)
{
    int i, from, zones = count("parts");
    whole(1, "major", "major version", "");
    whole(1, "minor", "minor version", "");
    named("kind", KINDS, "kind");
    from = length;
    put(1, zones);
    rule(from, "zones a leg: %d", zones);
    bits(2, "abilities", ABILITIES, "abilities");
    number(1, "highestTarget", HALF, "highest target", "mmHg");
    number(1, "highestConfirmed", HALF, "highest target when confirmed", "mmHg");
    whole(1, "longestSession", "longest session", "min");
    whole(1, "longestAbove30", "longest time above 30 mmHg", "s");
    whole(1, "independentOverPressure", "independent over-pressure", "mmHg");
    number(1, "pumpFlow", TENTH, "pump free flow", "L/min");
    whole(2, "capacity", "keyframe capacity", "");
    whole(2, "largestWrite", "largest write", "bytes");
    number(1, "samplePeriod", 10 * (int64_t)MICRO, "sample period", "ms");
    from = length;
    for (i = 0; i < 8; i++) put(1, i < zones ? code_of(PARTS, text("parts.%d", i)) : 0);
    rule(from, "body parts, foot first");
    padded("serial", 16, "serial number");
    whole(1, "longestAllowance", "longest allowance", "s");
    from = length;
    for (i = 0; i < 8; i++) put(1, raw_of(text("airWithoutRise.%d", i), 5 * MICRO / 100));
    rule(from, "air without a rise, foot first");
}

/* ---- section 4 ---- */

static void command(void)
{
    const char *op = text("op");
    named("op", OPS, "op code");
    whole(1, "counter", "counter", "");
    whole(4, "token", "token", "");
    if (strcmp(op, "requestControl") == 0) {
        whole(1, "major", "major version", "");
        whole(1, "minor", "highest minor version", "");
        whole(4, "previousToken", "token held before", "");
    } else if (strcmp(op, "prepare") == 0) {
        number(1, "highestTarget", HALF, "highest target", "mmHg");
        bits(1, "flags", PREPARE_FLAGS, "flags");
        whole(2, "longestWall", "longest wall time", "s");
        whole(1, "allowance", "allowance", "s");
        padded("program", 24, "program");
        whole(4, "calendar", "calendar", "s since 1970");
    } else if (strcmp(op, "start") == 0) {
        whole(4, "at", "boots' clock to start at", "ms");
    } else if (strcmp(op, "resume") == 0) {
        whole(4, "at", "boots' clock to resume at", "ms");
    } else if (strcmp(op, "ceiling") == 0) {
        number(1, "ceiling", HALF, "ceiling", "mmHg");
    } else if (strcmp(op, "drop") == 0) {
        whole(4, "from", "playhead", "ms");
    } else if (strcmp(op, "acknowledgeFault") == 0) {
        whole(1, "fault", "fault", "");
    } else if (strcmp(op, "identify") == 0) {
        whole(1, "duration", "blink for", "s");
    } else if (strcmp(op, "resetFlags") == 0) {
        whole(2, "mask", "flags to clear", "");
    } else if (strcmp(op, "reportRecords") == 0) {
        whole(2, "from", "from record", "");
    } else if (strcmp(op, "deleteRecords") == 0) {
        whole(2, "through", "through record", "");
    }
}

static void response(void)
{
    const char *op = text("op"), *result = text("result");
    int from = length;
    put(1, 0x80);
    rule(from, "response");
    if (*op >= '0' && *op <= '9') whole(1, "op", "op code answered, unknown", "");
    else named("op", OPS, "op code answered");
    named("result", RESULTS, "result");
    whole(1, "counter", "counter of the command", "");
    if (strcmp(result, "success") == 0 && strcmp(op, "requestControl") == 0) {
        whole(4, "token", "token", "");
        whole(1, "minor", "minor version agreed", "");
    } else if (strcmp(result, "success") == 0 && strcmp(op, "readClock") == 0) {
        whole(4, "clock", "boots' clock", "ms");
    } else if (strcmp(result, "success") == 0 && strcmp(op, "reportRecords") == 0) {
        whole(1, "records", "records that follow", "");
    } else if (strcmp(result, "notSupported") == 0) {
        whole(1, "major", "major version of the boots", "");
        whole(1, "minor", "minor version of the boots", "");
    } else if (strcmp(result, "invalidParameter") == 0) {
        whole(1, "offset", "offset of the wrong field", "");
    } else if (strcmp(result, "notPermitted") == 0) {
        named("reason", REASONS, "reason");
    } else if (strcmp(result, "outOfLimits") == 0) {
        whole(1, "limit", "limit", "");
        whole(2, "value", "the limit is", "");
    } else if (strcmp(result, "faultLatched") == 0) {
        whole(1, "fault", "fault", "");
    }
}

/* ---- section 5 ---- */

static int target_code(const char *target)
{
    if (strcmp(target, "vent") == 0) return 255;
    if (strcmp(target, "seal") == 0) return 254;
    return (int)raw_of(target, HALF);
}

static void targets(const char *list, int n, const char *name)
{
    int i, from = length;
    char all[200] = "";
    for (i = 0; i < n; i++) {
        const char *target = text("%s.%d", list, i);
        put(1, target_code(target));
        if (i) strcat(all, ", ");
        strcat(all, target);
    }
    rule(from, "%s: %s", name, all);
}

static int legs_alike(int keyframes, int zones)
{
    int i, zone;
    if (strcmp(text("hub"), "1") != 0 || find("spelledOut")) return 0;
    for (i = 0; i < keyframes; i++)
        for (zone = 0; zone < zones / 2; zone++)
            if (strcmp(text("keyframes.%d.targets.%d", i, zone),
                       text("keyframes.%d.targets.%d", i, zone + zones / 2)) != 0) return 0;
    return 1;
}

static void batch(void)
{
    int i, from, keyframes = count("keyframes"), zones = count("keyframes.0.targets");
    int alike = legs_alike(keyframes, zones), replace = strcmp(text("replace"), "1") == 0;
    int64_t base = millionths(text("base"));
    char key[64];
    whole(2, "number", "batch number", "");
    whole(4, "token", "token", "");
    from = length;
    put(1, (replace ? 1 : 0) | (alike ? 2 : 0));
    rule(from, "flags: %s%s%s", replace ? "replace" : alike ? "" : "none", replace && alike ? ", " : "",
         alike ? "legs alike" : "");
    whole(4, "base", "base", "ms");
    from = length;
    put(1, keyframes);
    rule(from, "keyframes: %d", keyframes);
    for (i = 0; i < keyframes; i++) {
        int64_t step = 10 * (int64_t)MICRO, after;
        snprintf(key, sizeof key, "keyframes.%d.at", i);
        after = millionths(text("%s", key)) - base;
        if (after < 0) die("before its base", key);
        from = length;
        put(2, (after + step / 2) / step);
        rule(from, "keyframe %d: at %s ms", i, text("%s", key));
        from = length;
        put(1, (strcmp(text("keyframes.%d.cycle", i), "1") == 0 ? 1 << BATCH_MARKS[0].code : 0) |
                   (strcmp(text("keyframes.%d.end", i), "1") == 0 ? 1 << BATCH_MARKS[1].code : 0));
        rule(from, "marks: %s", frame[from] & 2 ? "end" : frame[from] & 1 ? "a cycle begins" : "none");
        snprintf(key, sizeof key, "keyframes.%d.ramp", i);
        number(1, key, MICRO / 4, "ramp", "mmHg/s");
        snprintf(key, sizeof key, "keyframes.%d.gate", i);
        number(1, key, 5 * (int64_t)MICRO / 2, "gate", "s");
        snprintf(key, sizeof key, "keyframes.%d.targets", i);
        targets(key, alike ? zones / 2 : zones, alike ? "targets of both legs" : "targets");
    }
}

/* ---- section 6 ---- */

static void status(void)
{
    whole(1, "counter", "counter", "");
    named("therapy", THERAPIES, "therapy state");
    named("operation", OPERATIONS, "operational state");
    whole(4, "clock", "boots' clock", "ms");
    whole(4, "playhead", "playhead", "ms");
    whole(2, "wall", "wall time", "s");
    whole(2, "held", "keyframes held", "");
    whole(2, "free", "keyframes free", "");
    whole(2, "nextBatch", "batch number expected next", "");
    named("refusal", REFUSALS, "last refusal");
    whole(2, "refusedBatch", "batch refused", "");
    named("fault", FAULTS, "fault");
    or_none(1, "faultZone", 255, "zone of the fault", "");
    named("warning", FAULTS, "warning");
    or_none(1, "warningZone", 255, "zone of the warning", "");
    bits(2, "flags", FLAGS, "flags");
    or_none(1, "battery", 255, "battery", "%");
    whole(2, "bootCount", "boot count", "");
    whole(1, "lastOp", "last command answered", "");
    whole(1, "lastCounter", "its counter", "");
    whole(1, "lastResult", "its result", "");
    whole(2, "holder", "holder of control", "");
    named("endReason", ENDS, "end reason");
    whole(2, "cycles", "cycle marks played", "");
    whole(4, "waited", "waited at gates", "ms");
    whole(2, "gates", "gates passed", "");
    whole(1, "underruns", "underruns", "");
}

static int samples_given(void)
{
    int n = 0;
    char key[64];
    for (;; n++) {
        snprintf(key, sizeof key, "samples.%d.pressures.0", n);
        if (!find(key)) return n;
    }
}

static int count_zones(void)
{
    int n = 0;
    char key[64];
    for (;; n++) {
        snprintf(key, sizeof key, "zones.%d.peak", n);
        if (!find(key)) return n;
    }
}

static void telemetry(void)
{
    int i, zone, byte, from, zones = count("targets"), samples = samples_given();
    whole(1, "counter", "counter", "");
    whole(4, "clock", "boots' clock at the first sample", "ms");
    from = length;
    put(1, samples);
    rule(from, "samples: %d", samples);
    whole(1, "pump", "pump drive", "%");
    targets("targets", zones, "targets");
    for (i = 0; i < samples; i++) {
        for (zone = 0; zone < zones; zone++) {
            const char *pressure = text("samples.%d.pressures.%d", i, zone);
            int none = strcmp(pressure, "none") == 0;
            from = length;
            put(2, none ? -32768 : raw_of(pressure, TENTH));
            rule(from, "sample %d, zone %d: %s%s", i, zone, none ? "no reading" : pressure, none ? "" : " mmHg");
        }
        from = length;
        for (byte = 0; 4 * byte < zones; byte++) {
            int raw = 0;
            for (zone = 4 * byte; zone < zones && zone < 4 * byte + 4; zone++) {
                if (strcmp(text("samples.%d.valves.%d.fill", i, zone), "1") == 0) raw |= 1 << 2 * (zone - 4 * byte);
                if (strcmp(text("samples.%d.valves.%d.vent", i, zone), "1") == 0) raw |= 2 << 2 * (zone - 4 * byte);
            }
            put(1, raw);
        }
        rule(from, "valves");
    }
}

/* Section 6.2. */
static const char *or_unknown(int bytes, const char *value, int64_t scale)
{
    int none = strcmp(value, "none") == 0;
    put(bytes, none ? 0xFFFF : raw_of(value, scale));
    return none ? "unknown" : value;
}

static void record(void)
{
    int zone, from, zones = count_zones();
    named("piece", PIECES, "piece");
    whole(2, "number", "record", "");
    if (strcmp(text("piece"), "session") == 0) {
        const char *lasted;
        whole(2, "bootCount", "boot count", "");
        whole(4, "clock", "boots' clock at the start", "ms");
        whole(4, "began", "began", "s since 1970");
        from = length;
        lasted = or_unknown(2, text("lasted"), MICRO);
        rule(from, "lasted: %s s", lasted);
        named("endReason", ENDS, "end reason");
        named("fault", FAULTS, "fault");
        or_none(1, "faultZone", 255, "zone of the fault", "");
        padded("program", 24, "program");
        return;
    }
    from = length;
    put(1, zones);
    rule(from, "zones: %d", zones);
    for (zone = 0; zone < zones; zone++) {
        const char *peak, *above, *dose;
        from = length;
        peak = or_unknown(2, text("zones.%d.peak", zone), TENTH);
        above = or_unknown(2, text("zones.%d.above30", zone), MICRO);
        dose = or_unknown(2, text("zones.%d.dose", zone), TENTH);
        rule(from, "zone %d: peak %s mmHg, above 30 mmHg for %s s, dose %s", zone, peak, above, dose);
    }
    if (zones < 8) {
        from = length;
        for (; zone < 8; zone++) put(2, 0), put(2, 0), put(2, 0);
        rule(from, "unused");
    }
}

/* ---- one line of input ---- */

static void print_check(void)
{
    const char *hex = text("hex");
    unsigned byte, crc;
    int used;
    for (; sscanf(hex, "%2x%n", &byte, &used) == 1; hex += used) put(1, byte);
    crc = check(frame, length - 2);
    printf("%02x %02x\n", crc & 0xff, crc >> 8);
}

static void take_apart(void)
{
    char *at = line;
    pairs = 0;
    for (line[strcspn(line, "\r\n")] = 0; (at = strchr(at, '\t')) != NULL; pairs++) {
        char *equals;
        *at++ = 0;
        equals = strchr(at, '=');
        if (!equals || pairs == MOST_PAIRS) die("bad pair", at);
        keys[pairs] = at;
        *equals = 0;
        values[pairs] = equals + 1;
        at = equals + 1;
    }
}

int main(void)
{
    static const struct { const char *kind; void (*encode)(void); } kinds[] = {
        {"feature", feature}, {"command", command}, {"response", response},
        {"batch", batch}, {"status", status}, {"telemetry", telemetry}, {"record", record}};
    while (fgets(line, sizeof line, stdin)) {
        size_t kind = 0;
        int i;
        take_apart();
        length = 0;
        ruled = 0;
        if (strcmp(line, "crc") == 0) {
            print_check();
            continue;
        }
        while (kind < sizeof kinds / sizeof *kinds && strcmp(kinds[kind].kind, line) != 0) kind++;
        if (kind == sizeof kinds / sizeof *kinds) die("no such frame", line);
        kinds[kind].encode();
        seal_frame();
        for (i = 0; i < length; i++) printf(i ? " %02x" : "%02x", frame[i]);
        printf("%s\n", ruler);
    }
    return 0;
}
