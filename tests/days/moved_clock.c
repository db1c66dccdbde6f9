/* Moves the wall clock of a program by MOVED_CLOCK seconds; what measures durations stays as it is.
   Nothing is included, so that the smallest C compiler makes it without anybody's headers. */
struct timespec { long seconds, nanoseconds; };
struct timeval { long seconds, microseconds; };

extern long syscall(long number, ...);
extern char *getenv(const char *name);
extern long atol(const char *text);

#if defined(__x86_64__)
#define CLOCK_GETTIME 228
#elif defined(__aarch64__)
#define CLOCK_GETTIME 113
#else
#error "neither x86_64 nor aarch64"
#endif

static long moved(void)
{
    static long seconds, is_known;
    if (!is_known) {
        char *text = getenv("MOVED_CLOCK");
        seconds = text ? atol(text) : 0;
        is_known = 1;
    }
    return seconds;
}

int clock_gettime(int clock, struct timespec *at)
{
    int failed = (int)syscall(CLOCK_GETTIME, clock, at);
    if (!failed && (clock == 0 || clock == 5)) /* CLOCK_REALTIME, and the coarse one */
        at->seconds += moved();
    return failed;
}

int gettimeofday(struct timeval *at, void *zone)
{
    struct timespec now;
    clock_gettime(0, &now);
    at->seconds = now.seconds;
    at->microseconds = now.nanoseconds / 1000;
    return 0;
}

long time(long *at)
{
    struct timespec now;
    clock_gettime(0, &now);
    if (at)
        *at = now.seconds;
    return now.seconds;
}
