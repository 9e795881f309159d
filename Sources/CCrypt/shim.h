// The slow, salted hash of the system's passwords, from libxcrypt.
#include <crypt.h>
