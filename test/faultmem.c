/*
** faultmem.c: allocation failures on demand, in a stock SQLite.
**
** A Tcl extension, to be loaded before SQLite is: it puts its own functions
** in front of the library's allocator, which is possible only before
** sqlite3_initialize().  Lookaside is turned off, so that every allocation
** of the library and of its extensions passes here.  Commands:
**
**   sqlite3_memdebug_fail N ?-repeat 0|1?
**       The Nth allocation from now on fails (and with -repeat 1 all that
**       follow); 0 for none.  Returns how many have failed since the last
**       call.
**   sqlite3_memory_used
**       Bytes in use.
*/
#include <sqlite3.h>
#include <string.h>
#include <tcl.h>

static sqlite3_mem_methods real; /* The library's allocator */
static int nCountdown;           /* Allocations until one fails; 0: none */
static int bRepeat;              /* Whether all that follow fail too */
static int nFailed;              /* Failures since the last call */
static sqlite3_int64 nUsed;      /* Bytes in use */

/* Whether the allocation asked for now is to fail. */
static int faultNow(void) {
  if( nCountdown == 0 || --nCountdown > 0 ) return 0;
  if( bRepeat ) nCountdown = 1;
  nFailed++;
  return 1;
}

static void *faultMalloc(int n) {
  void *p;
  if( faultNow() ) return 0;
  p = real.xMalloc(n);
  if( p ) nUsed += real.xSize(p);
  return p;
}

static void faultFree(void *p) {
  nUsed -= real.xSize(p);
  real.xFree(p);
}

static void *faultRealloc(void *p, int n) {
  int nOld = real.xSize(p);
  void *pNew;
  if( faultNow() ) return 0;
  pNew = real.xRealloc(p, n);
  if( pNew ) nUsed += real.xSize(pNew) - nOld;
  return pNew;
}

static int failCmd(ClientData unused, Tcl_Interp *interp, int objc,
                   Tcl_Obj *const objv[]) {
  int nAt, bAll = 0;
  (void)unused;
  if( objc != 2 && objc != 4 ) {
    Tcl_WrongNumArgs(interp, 1, objv, "N ?-repeat BOOLEAN?");
    return TCL_ERROR;
  }
  if( Tcl_GetIntFromObj(interp, objv[1], &nAt) != TCL_OK ) return TCL_ERROR;
  if( objc == 4 && Tcl_GetBooleanFromObj(interp, objv[3], &bAll) != TCL_OK ) {
    return TCL_ERROR;
  }
  Tcl_SetObjResult(interp, Tcl_NewIntObj(nFailed));
  nFailed = 0;
  nCountdown = nAt > 0 ? nAt : 0;
  bRepeat = bAll;
  return TCL_OK;
}

static int usedCmd(ClientData unused, Tcl_Interp *interp, int objc,
                   Tcl_Obj *const objv[]) {
  (void)unused, (void)objc, (void)objv;
  Tcl_SetObjResult(interp, Tcl_NewWideIntObj(nUsed));
  return TCL_OK;
}

int Faultmem_Init(Tcl_Interp *interp) {
  sqlite3_mem_methods mine;
  int rc = sqlite3_config(SQLITE_CONFIG_GETMALLOC, &real);
  if( rc == SQLITE_OK ) rc = sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
  if( rc == SQLITE_OK ) {
    mine = real;
    mine.xMalloc = faultMalloc;
    mine.xFree = faultFree;
    mine.xRealloc = faultRealloc;
    rc = sqlite3_config(SQLITE_CONFIG_MALLOC, &mine);
  }
  if( rc != SQLITE_OK ) {
    Tcl_SetObjResult(interp,
                     Tcl_NewStringObj("faultmem: load it before sqlite3", -1));
    return TCL_ERROR;
  }
  Tcl_CreateObjCommand(interp, "sqlite3_memdebug_fail", failCmd, 0, 0);
  Tcl_CreateObjCommand(interp, "sqlite3_memory_used", usedCmd, 0, 0);
  return TCL_OK;
}
