// A file that is in memory alone: what another program reads by a path, and no disk ever holds.
#ifndef ATELIER_MEMORY_H
#define ATELIER_MEMORY_H

// As in <sys/mman.h>, which shows it only to those who ask for GNU's extensions.
extern int memfd_create(const char *name, unsigned int flags);

// Its descriptor, closed where another program begins; -1 where there is no memory for it.
static inline int cm_file(void) { return memfd_create("atelier", 1U /* MFD_CLOEXEC */); }

#endif
