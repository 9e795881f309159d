// A file that another program reads by its descriptor and that has no name: in memory alone where the system
// has such files, else one on the disk that is unnamed at once.
#ifndef ATELIER_MEMORY_H
#define ATELIER_MEMORY_H

#ifdef __linux__

// As in <sys/mman.h>, which shows it only to those who ask for GNU's extensions.
extern int memfd_create(const char *name, unsigned int flags);

// Its descriptor, closed where another program begins; -1 where there is no room for it.
static inline int cm_file(void) { return memfd_create("atelier", 1U /* MFD_CLOEXEC */); }

#else

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static inline int cm_file(void) {
  char name[] = "/tmp/.atelier.XXXXXXXXXXXX";
  int file = mkstemp(name);
  if (file < 0) return -1;
  (void)unlink(name);
  (void)fcntl(file, F_SETFD, FD_CLOEXEC);
  return file;
}

#endif

#endif
