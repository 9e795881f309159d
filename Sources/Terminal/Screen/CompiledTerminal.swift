internal import Glibc

/// Descriptions of terminals for machines on which none is installed, as ncurses takes them from the variable
/// `TERMINFO` (https://invisible-island.net/ncurses/man/ncurses.3x.html): what `infocmp -0 -q -Q2` prints of
/// what `tic` makes of the text above each.
enum CompiledTerminal {
  /// Describes a terminal to curses, and to the programs that are started from here; by which name.
  static func describe(_ name: String) -> String {
    let (known, description) =
      Screen.canTitle(name) ? ("xterm-256color", xterm) : ("ansi", ansi)
    setenv("TERMINFO", description, 1)
    return known
  }

  ///     xterm-256color|xterm with 256 colours,
  ///     am, bce, km, mir, msgr, xenl, ccc@,
  ///     colors#256, cols#80, it#8, lines#24, pairs#32767,
  ///     acsc=``aaffggiijjkkllmmnnooppqqrrssttuuvvwwxxyyzz{{||}}~~,
  ///     bel=^G, bold=\E[1m, cbt=\E[Z, civis=\E[?25l, clear=\E[H\E[2J,
  ///     cnorm=\E[?12l\E[?25h, cr=\r, csr=\E[%i%p1%d;%p2%dr,
  ///     cub=\E[%p1%dD, cub1=^H, cud=\E[%p1%dB, cud1=\n,
  ///     cuf=\E[%p1%dC, cuf1=\E[C, cup=\E[%i%p1%d;%p2%dH,
  ///     cuu=\E[%p1%dA, cuu1=\E[A, dch=\E[%p1%dP, dch1=\E[P, dim=\E[2m,
  ///     dl=\E[%p1%dM, dl1=\E[M, ech=\E[%p1%dX, ed=\E[J, el=\E[K, el1=\E[1K,
  ///     home=\E[H, hpa=\E[%i%p1%dG, ht=^I, ich=\E[%p1%d@,
  ///     il=\E[%p1%dL, il1=\E[L, ind=\n, indn=\E[%p1%dS,
  ///     op=\E[39;49m, rc=\E8, rev=\E[7m, ri=\EM, rin=\E[%p1%dT,
  ///     rmacs=\E(B, rmam=\E[?7l, rmcup=\E[?1049l, rmir=\E[4l,
  ///     rmkx=\E[?1l\E>, rmso=\E[27m, rmul=\E[24m, sc=\E7,
  ///     setab=\E[%?%p1%{8}%<%t4%p1%d%e%p1%{16}%<%t10%p1%{8}%-%d%e48;5;%p1%d%;m,
  ///     setaf=\E[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;5;%p1%d%;m,
  ///     sgr0=\E(B\E[m, smacs=\E(0, smam=\E[?7h, smcup=\E[?1049h,
  ///     smir=\E[4h, smkx=\E[?1h\E=, smso=\E[7m, smul=\E[4m,
  ///     vpa=\E[%i%p1%dd,
  static let xterm =
    """
    b64:GgEmAB0ADwBpAR4CeHRlcm0tMjU2Y29sb3J8eHRlcm0gd2l0aCAyNTYgY29sb3VycwAAAQAAAQAAAAEAAAAAAQ\
    EAAAAAAAAAAAAAAAAAAQBQAAgAGAD__________________________wAB_38AAAQABgAIAP__GQAhACUAKQD__zQA\
    RQBHAEsAUgD__1QAYQD__2UA__9pAG0A_____3EA__91AHoA__-DAIgA_____40AkgCXAJwApQCpALAA__-5AL4AxA\
    D_____________________ygD_________________________________________________________________\
    _________________________84A1gD________________________________________eAOcA8AD5AAIBCwEUAR\
    0BJgEvAf____________________________84ATsBRgFJAUsB________TgH_____________________________\
    UAH__________4UBiwH_______________________________________________________________________\
    __________________________________________________________________________________________\
    __________________________________________________________________________________________\
    __________________________________________________________kQH_____________________________\
    __________________________________________-WAf____________________________________________\
    __________________________________________________________________________________________\
    ____________________________nwHeARtbWgAHAA0AG1slaSVwMSVkOyVwMiVkcgAbW0gbWzJKABtbSwAbW0oAG1\
    slaSVwMSVkRwAbWyVpJXAxJWQ7JXAyJWRIAAoAG1tIABtbPzI1bAAIABtbPzEybBtbPzI1aAAbW0MAG1tBABtbUAAb\
    W00AGygwABtbMW0AG1s_MTA0OWgAG1sybQAbWzRoABtbN20AG1s3bQAbWzRtABtbJXAxJWRYABsoQgAbKEIbW20AG1\
    s_MTA0OWwAG1s0bAAbWzI3bQAbWzI0bQAbW0wAG1s_MWwbPgAbWz8xaBs9ABtbJXAxJWRQABtbJXAxJWRNABtbJXAx\
    JWRCABtbJXAxJWRAABtbJXAxJWRTABtbJXAxJWRMABtbJXAxJWREABtbJXAxJWRDABtbJXAxJWRUABtbJXAxJWRBAB\
    s4ABtbJWklcDElZGQAGzcACgAbTQAJAGBgYWFmZmdnaWlqamtrbGxtbW5ub29wcHFxcnJzc3R0dXV2dnd3eHh5eXp6\
    e3t8fH19fn4AG1s_N2gAG1s_N2wAG1sxSwAbWzM5OzQ5bQAbWyU_JXAxJXs4fSU8JXQzJXAxJWQlZSVwMSV7MTZ9JT\
    wldDklcDElezh9JS0lZCVlMzg7NTslcDElZCU7bQAbWyU_JXAxJXs4fSU8JXQ0JXAxJWQlZSVwMSV7MTZ9JTwldDEw\
    JXAxJXs4fSUtJWQlZTQ4OzU7JXAxJWQlO20A
    """

  ///     ansi|any terminal of ANSI X3.64 with 8 colours,
  ///     am, mir, msgr,
  ///     colors#8, cols#80, it#8, lines#24, ncv#3, pairs#64,
  ///     bel=^G, bold=\E[1m, clear=\E[H\E[J, cr=\r,
  ///     cub=\E[%p1%dD, cub1=^H, cud=\E[%p1%dB, cud1=\E[B,
  ///     cuf=\E[%p1%dC, cuf1=\E[C, cup=\E[%i%p1%d;%p2%dH,
  ///     cuu=\E[%p1%dA, cuu1=\E[A, ed=\E[J, el=\E[K, home=\E[H, ht=^I, ind=\n,
  ///     op=\E[39;49m, rev=\E[7m, rmso=\E[m,
  ///     setab=\E[4%p1%dm, setaf=\E[3%p1%dm, sgr0=\E[m, smso=\E[7m,
  static let ansi =
    """
    b64:GgEvAA8AEABpAZIAYW5zaXxhbnkgdGVybWluYWwgb2YgQU5TSSBYMy42NCB3aXRoIDggY29sb3VycwAAAQAAAA\
    AAAAAAAAAAAQFQAAgAGAD__________________________wgAQAADAP__AAACAP____8EAAsADwD_____EwAkACgA\
    __8sAP____8uAP__MgD__________________zYA________________OwBAAP_______0UA________SQD_______\
    __________________________________________________________________________________________\
    ______________________________________________________________________9NAP_______1YAXwD__2\
    gA_____________________________________3EA__________9zAP__________________________________\
    __________________________________________________________________________________________\
    __________________________________________________________________________________________\
    __________________________________________________________________________________________\
    __________________________________________________________________________________________\
    _____________________________________3UA__________________________________________________\
    __________________________________________________________________________________________\
    ______________________9-AIgABwANABtbSBtbSgAbW0sAG1tKABtbJWklcDElZDslcDIlZEgAG1tCABtbSAAIAB\
    tbQwAbW0EAG1sxbQAbWzdtABtbN20AG1ttABtbbQAbWyVwMSVkQgAbWyVwMSVkRAAbWyVwMSVkQwAbWyVwMSVkQQAK\
    AAkAG1szOTs0OW0AG1szJXAxJWRtABtbNCVwMSVkbQA=
    """
}
