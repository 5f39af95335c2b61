# Makefile: builds news, a loadable extension for SQLite.  GNU make, Linux.
#
#   make                    news.so
#   make test               all tests (the sanitized and amalgamated builds too)
#   make demo               who said what in the reports of fixtures/
#   make static             build/libnews.a, to be linked with SQLite
#   make amalgamation       build/news.c and build/news.h, all in one file
#   make train GOLD=...     new weights of the learned reader
#   make install            into PREFIX (DESTDIR, libdir, includedir)
#   make asan | clang | fuzz | bench | format | check-format | clean
#
# CC, CFLAGS, CPPFLAGS, LDFLAGS are yours to set; WARN= drops -Werror. (With
# CFLAGS="-O2 -g1" a stack trace or a profile has lines; news.so is then 4 MB.)

CC = gcc
CLANG = clang
CFLAGS = -O2
WARN = -Wall -Wextra -Wpedantic -Werror
TCLSH = tclsh
PREFIX = /usr/local
libdir = $(PREFIX)/lib
includedir = $(PREFIX)/include
FUZZ_SECONDS = 30

# Where objects and the extension go: other builds are made by a make of their
# own (asan, clang), which sets these two.
B = build
SO = news.so

# The libraries become part of the extension, so that it needs only libc and
# gives the same results on every machine (Unicode tables); floating point
# must not be contracted for the same reason.
LIBS = -l:libutf8proc.a -l:libpcre2-8.a -lm -pthread
STD = -std=gnu11 -fPIC -fvisibility=hidden -ffp-contract=off
FLAGS = $(STD) $(WARN) -Iext -Ibuild -I. $(CPPFLAGS) $(CFLAGS)

# The layers of ext/, each of which calls only those before it.
LAYERS = base text lexicon quote source similarity sql
SRC := $(sort $(wildcard ext/*/*.c))
HDR := $(sort $(wildcard ext/*/*.h)) news.h
TABLES := $(wildcard ext/lexicon/*.tsv ext/lexicon/*/ ext/lexicon/*/*.tsv)
GEN = build/lexclass.h build/lexdata.c build/wordweight.c build/readerdata.c
OBJ = $(SRC:ext/%.c=$(B)/obj/%.o) \
  $(patsubst build/%.c,$(B)/obj/%.o,$(filter %.c,$(GEN)))
CORE = $(OBJ:$(B)/obj/%=$(B)/core/%)
VERSION = $(shell sed -n 's/.*define NEWS_VERSION "\(.*\)".*/\1/p' news.h)

all: $(SO)

# ---- what must be there --------------------------------------------------

# $(call need,condition,what is missing,its Debian package)
need = @$1 >/dev/null 2>&1 || { echo "missing: $2 (apt-get install $3)" >&2; \
  exit 1; }
header = printf '\043include <$1>\n' | $(CC) $(CPPFLAGS) $2 -E -
library = test -e "$$($(CC) -print-file-name=$1)"
PCRE = -DPCRE2_CODE_UNIT_WIDTH=8
TCL = -I/usr/include/tcl8.6
FUZZER = echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' | \
  $(CLANG) -x c -fsanitize=fuzzer -o /dev/null -
TCL_SQLITE = echo 'exit [catch {package require sqlite3}]' | $(TCLSH)

build/needs: Makefile
	@mkdir -p build
	$(call need,command -v $(CC),$(CC),gcc)
	$(call need,$(call header,sqlite3ext.h),sqlite3ext.h,libsqlite3-dev)
	$(call need,$(call library,libsqlite3.so),libsqlite3.so,libsqlite3-dev)
	$(call need,$(call header,utf8proc.h),utf8proc.h,libutf8proc-dev)
	$(call need,$(call library,libutf8proc.a),libutf8proc.a,libutf8proc-dev)
	$(call need,$(call header,pcre2.h,$(PCRE)),pcre2.h,libpcre2-dev)
	$(call need,$(call library,libpcre2-8.a),libpcre2-8.a,libpcre2-dev)
	@touch $@

needs-test:
	$(call need,command -v $(TCLSH),$(TCLSH),tcl)
	$(call need,$(TCL_SQLITE),Tcl's sqlite3,libsqlite3-tcl)
	$(call need,$(call header,tcl.h,$(TCL)),tcl.h,tcl8.6-dev)

# ---- the lexicon ---------------------------------------------------------

# mklexicon leaves a file alone that would not change; the stamp tells when it
# ran last.
build/mklexicon: tool/mklexicon.c ext/text/fold.c ext/text/utf8.c \
    ext/base/arena.c ext/base/number.c $(wildcard ext/base/*.h) \
    ext/text/fold.h ext/lexicon/epithet.h \
    ext/text/utf8.h ext/text/vocab.h | build/needs
	@echo "$(CC) $@"; $(CC) -O1 -std=gnu11 -Wall -Wextra -DSQLITE_CORE -Iext \
	  $(CPPFLAGS) -o $@.$$$$ $(filter %.c,$^) -l:libutf8proc.a -lsqlite3 && \
	  mv $@.$$$$ $@

WEIGHTS = ext/quote/weights.txt
FREQUENT = ext/similarity/en/weight.tsv

build/lexicon.stamp: build/mklexicon $(TABLES) $(FREQUENT) $(WEIGHTS)
	build/mklexicon ext/lexicon build $(FREQUENT) $(WEIGHTS)
	@touch $@

build/lexclass.h build/lexdata.c: build/lexicon.stamp
	@test -e $@ || build/mklexicon ext/lexicon build $(FREQUENT) $(WEIGHTS)

# The words that comparison weighs: ext/similarity/en, and other languages'.
TONGUES = $(sort $(filter-out ext/similarity/en,\
  $(patsubst %/weight.tsv,%,$(wildcard ext/similarity/*/weight.tsv))))

build/mkweight: tool/mkweight.c ext/similarity/pass.c ext/text/fold.c \
    ext/text/utf8.c ext/text/token.c ext/text/vocab.c ext/base/arena.c \
    $(HDR) build/lexclass.h | build/needs
	@echo "$(CC) $@"; $(CC) -O1 -std=gnu11 -Wall -Wextra -DSQLITE_CORE -Iext \
	  -Ibuild $(CPPFLAGS) -o $@.$$$$ $(filter %.c,$^) -l:libutf8proc.a \
	  -lsqlite3 -lm && mv $@.$$$$ $@

# Learns the weights of news_quote_similarity: build/mkremark <pairs.
build/mkremark: tool/mkremark.c \
    $(filter-out ext/similarity/alias% ext/similarity/scene% \
      ext/similarity/statement% ext/similarity/who%,\
      $(wildcard ext/similarity/*.c)) ext/text/fold.c \
    ext/text/utf8.c ext/text/token.c ext/text/vocab.c ext/base/arena.c \
    ext/base/number.c \
    build/wordweight.c build/lexdata.c $(HDR)
	@echo "$(CC) $@"; $(CC) -O2 -std=gnu11 -Wall -Wextra -DSQLITE_CORE -Iext \
	  -Ibuild $(CPPFLAGS) -o $@.$$$$ $(filter %.c,$^) -l:libutf8proc.a \
	  -lsqlite3 -lm && mv $@.$$$$ $@

build/wordweight.c: build/mkweight $(wildcard ext/similarity/*/*.tsv) \
    ext/lexicon/en/place.tsv
	build/mkweight make ext/similarity/en ext/lexicon/en $@ $(TONGUES)

# ---- the learned reader --------------------------------------------------

build/mkreader: tool/mkreader.c $(HDR) build/lexclass.h | build/needs
	@echo "$(CC) $@"; $(CC) -O1 -std=gnu11 -Wall -Wextra -DSQLITE_CORE -Iext \
	  -Ibuild $(CPPFLAGS) -o $@.$$$$ $< && mv $@.$$$$ $@

build/readerdata.c: build/mkreader $(WEIGHTS)
	@build/mkreader $(WEIGHTS) >$@.$$$$ && mv $@.$$$$ $@

# make train GOLD=FILE: new weights, of reports with annotations (their form:
# tool/train.c). A few minutes on one core; the same weights every time.
build/train: tool/train.c $(filter-out %/readerdata.o,$(CORE))
	@echo "$(CC) $@"; $(CC) $(FLAGS) -O2 -DSQLITE_CORE -o $@ $^ $(LIBS) -lsqlite3

train: build/train
	@test -n "$(GOLD)" || { echo "make train GOLD=FILE.jsonl[.gz]" >&2; exit 1; }
	gzip -dcf $(GOLD) >build/gold.jsonl
	build/train build/gold.jsonl build/weights.txt
	mv build/weights.txt $(WEIGHTS)

# ---- the extension -------------------------------------------------------

# Changes when compiler or flags do.
$(B)/flags: FORCE
	@mkdir -p $(B)
	@echo '$(CC) $(FLAGS) $(HOT) $(LDFLAGS)' | cmp -s - $@ || \
	  echo '$(CC) $(FLAGS) $(HOT) $(LDFLAGS)' >$@

# (The weights of the reader are no header, and new ones may have to be made.)
$(OBJ) $(CORE): $(B)/flags | build/needs $(filter-out %/readerdata.c,$(GEN))

# The layers that read every word of a report are made for speed, which grows
# news.so by a hundredth, unless CFLAGS say otherwise; not so what looks at a
# few words of a sentence only.
HOT = $(if $(filter -O2,$(CFLAGS)),-O3)
COLD = cite tail content extent choose leadin turn row join mend seem
COOL = $(foreach x,$(COLD),ext/quote/$x.c)
WARM = $(filter-out $(COOL),$(wildcard ext/quote/*.c))
HOTTER = $(foreach x,obj core,$(B)/$x/text/%.o \
  $(patsubst ext/%.c,$(B)/$x/%.o,$(WARM)))
$(HOTTER): private FLAGS += $(HOT)

compile = @mkdir -p $(@D); echo "$(CC) $@"; $(CC) $(FLAGS) -MMD -MP -c -o $@ $<

$(B)/obj/%.o: ext/%.c
	$(compile)
$(B)/obj/%.o: build/%.c
	$(compile)
$(B)/core/%.o: ext/%.c
	$(compile) -DSQLITE_CORE
$(B)/core/%.o: build/%.c
	$(compile) -DSQLITE_CORE

-include $(OBJ:.o=.d) $(CORE:.o=.d)

# $(call link,objects and flags): link, and make sure that nothing but the
# entry point can be seen.
define link
@echo "link $@"; tmp=$@.$$$$; trap "rm -f $$tmp" EXIT; \
$(CC) -shared $(CFLAGS) $(LDFLAGS) -o $$tmp $1 $(LIBS) \
  -Wl,--exclude-libs,ALL -Wl,-z,defs -Wl,-z,nodelete \
  -Wl,--compress-debug-sections=zlib || exit 1; \
if test "$$(nm -D --defined-only $$tmp | sed 's/.* //')" = \
  sqlite3_news_init; then mv $$tmp $@; else \
  echo "$@ must export sqlite3_news_init and nothing else:" >&2; \
  nm -D --defined-only $$tmp >&2; exit 1; fi
endef

$(SO): $(OBJ)
	$(call link,$(OBJ))

static: $(B)/libnews.a

$(B)/libnews.a: $(CORE)
	@rm -f $@
	@echo "ar $@"; ar rcs $@ $(CORE)

# ---- all in one file -----------------------------------------------------

# In the order of the layers; a layer that is not named there comes last.
layer = $(sort $(wildcard ext/$1/*.c)) \
  $(if $(filter $1,lexicon),build/lexdata.c) \
  $(if $(filter $1,quote),build/readerdata.c) \
  $(if $(filter $1,similarity),build/wordweight.c)
LAYERED = $(foreach x,$(LAYERS),$(call layer,$x))

amalgamation: build/news.c build/news.h

build/news.c: tool/amalgamate.awk $(SRC) $(HDR) $(GEN)
	@echo "awk $@"; LC_ALL=C awk -v version=$(VERSION) \
	  -f tool/amalgamate.awk $(LAYERED) \
	  $(filter-out $(LAYERED),$(SRC)) >$@.$$$$ && mv $@.$$$$ $@

build/news.h: news.h | build/needs
	cp news.h $@

build/amalgamation/news.so: build/news.c build/news.h
	@mkdir -p $(@D)
	@$(CC) $(STD) $(WARN) $(CPPFLAGS) -DSQLITE_CORE -fsyntax-only build/news.c
	$(call link,$(STD) $(WARN) $(CPPFLAGS) build/news.c)

# ---- other builds --------------------------------------------------------

# Sizes of the lists of an index (ext/sql/list.h) at which a few reports fill
# several segments.
SMALL = -DNEWS_LIST_LOG=150 -DNEWS_LIST_FAN=2 -DNEWS_LIST_BLOCK=60

build/small/news.so: build/news.c build/news.h
	@mkdir -p $(@D)
	$(call link,$(STD) $(WARN) $(CPPFLAGS) $(SMALL) build/news.c)

asan: $(GEN)
	@$(MAKE) --no-print-directory B=build/asan SO=build/asan/news.so \
	  CPPFLAGS="$(CPPFLAGS) $(SMALL)" \
	  CFLAGS="-O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer"

build/tsan/news.so: build/news.c build/news.h
	@mkdir -p $(@D)
	$(call link,$(STD) $(WARN) $(CPPFLAGS) -O1 -g -fsanitize=thread build/news.c)

clang: $(GEN)
	@$(MAKE) --no-print-directory B=build/clang SO=build/clang/news.so \
	  CC=$(CLANG)

# ---- tests ---------------------------------------------------------------

build/faultmem.so: test/faultmem.c | build/needs
	$(CC) -O2 -fPIC -shared $(WARN) $(TCL) $(CPPFLAGS) -o $@ $< -lsqlite3

test: needs-test $(SO) build/faultmem.so build/amalgamation/news.so \
    build/small/news.so build/tsan/news.so static asan
	$(TCLSH) test/all.tcl

test-amalgamation: needs-test build/amalgamation/news.so build/faultmem.so
	$(TCLSH) test/all.tcl -leg amalgamation

build/fuzz_report: test/fuzz/fuzz_report.c $(SRC) $(GEN) $(HDR)
	$(call need,$(FUZZER),libFuzzer,clang libclang-rt-14-dev)
	$(CLANG) $(STD) -O1 -g -DSQLITE_CORE -Iext -Ibuild -I. $(CPPFLAGS) \
	  -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
	  -o $@ $(filter %.c,$^) $(LIBS) -lsqlite3

fuzz: build/fuzz_report
	@mkdir -p build/corpus
	@cp fixtures/*.txt build/corpus
	build/fuzz_report -max_total_time=$(FUZZ_SECONDS) -max_len=4096 \
	  -timeout=10 -artifact_prefix=build/ -print_final_stats=1 \
	  build/corpus

# CORPUS=path: the reports to be read; BENCH_MB=24: how many megabytes of them;
# BENCH_REPORTS=400000: how many the largest index has.
bench: $(SO)
	$(TCLSH) tool/bench.tcl $(SO) $(CORPUS)
	$(TCLSH) tool/bench_index.tcl $(SO) $(CORPUS)

demo: $(SO)
	$(call need,command -v sqlite3,sqlite3,sqlite3)
	@sqlite3 -batch -init /dev/null :memory: <sql/demo.sql

# ---- source form ---------------------------------------------------------

FORMAT = $(wildcard ext/*/*.[ch] tool/*.c test/*.c test/*/*.c) news.h

format:
	clang-format -i $(FORMAT)

check-format:
	clang-format -n -Werror $(FORMAT)
	! grep -nE '^.{81,}' $(FORMAT)

# ---- install -------------------------------------------------------------

install: $(SO) static
	install -d $(DESTDIR)$(libdir)/pkgconfig $(DESTDIR)$(includedir)
	install -m 755 $(SO) $(DESTDIR)$(libdir)/news.so
	install -m 644 $(B)/libnews.a $(DESTDIR)$(libdir)
	install -m 644 news.h $(DESTDIR)$(includedir)
	sed -e 's|@prefix@|$(PREFIX)|' -e 's|@libdir@|$(libdir)|' \
	  -e 's|@includedir@|$(includedir)|' -e 's|@version@|$(VERSION)|' \
	  news.pc.in >$(DESTDIR)$(libdir)/pkgconfig/news.pc

clean:
	rm -rf build news.so

FORCE:
.PHONY: all needs-test static amalgamation asan clang train test \
  test-amalgamation fuzz bench demo format check-format install clean FORCE
