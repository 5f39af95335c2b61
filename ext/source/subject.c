/*
** subject.c: see subject.h.
*/
#include "source/subject.h"

#include "lexicon/lexicon.h"

#define SUBJECT_TURN 14  /* Tokens before a subject behind its verb, at most */
#define SUBJECT_BEFORE 4 /* Mentions looked back at for a subject */
#define SUBJECT_APPOSED 24 /* Tokens of an apposition, at most */
#define SUBJECT_TIED 10    /* Tokens behind "of", at most */

/* Whether the mentions before the last, in its sentence, have a subject. */
static int subjectBefore(const NewsMentionList *p) {
  const NewsMention *a = p->vMention.a;
  u32 i = p->vMention.n - 1, n;
  for( n = 1; n <= SUBJECT_BEFORE && n <= i; n++ ) {
    if( a[i - n].iSent != a[i].iSent ) break;
    if( a[i - n].bSubject ) return 1;
  }
  return 0;
}

/* Whether a name, with an apposition that ends before token iTo, is what its
** sentence turns to: the subject behind its verb ("Outside stood Ben Orr, 54.",
** "One of those waiting was Ann Moss, a baker."), or behind a preposition at
** the beginning ("For Ben Orr, a miller, the day was long"). */
int newsSubjectIsTurn(const NewsText *pText, const NewsMentionList *p,
                      NewsSpan tok, u32 iTo) {
  const NewsToken *aTok = pText->aTok, *pTok = &aTok[tok.iFrom];
  const NewsToken *pEnd = &aTok[NEWS_MAX(tok.iTo, iTo)], *pFirst;
  if( tok.iFrom == 0 || (pTok->flags & NEWS_TF_SENT) ||
      !(newsTokPunct(pEnd, ',') || newsTokPunct(pEnd, '.')) ) {
    return 0;
  }
  pTok--;
  if( pTok->flags & NEWS_TF_SENT ) {
    return newsTokIs(pTok, NEWS_LEX_PREP) && newsTokPunct(pEnd, ',') &&
           !newsTokIs(pTok, NEWS_LEX_CUE | NEWS_LEX_SUBORD);
  }
  if( newsTokIs(pTok, NEWS_LEX_AUX) ) {
    return newsTextWeight(pText, pTok->iWord) == NEWS_LEXICON_BE;
  }
  if( newsTokPunct(pTok, ',') || newsTokIs(pTok, NEWS_LEX_CUE) ||
      !newsTokIs(pTok, NEWS_LEX_PAST | NEWS_LEX_THIRD) || subjectBefore(p) ) {
    return 0;
  }
  pFirst = &aTok[newsTextSentSpan(pText, newsTextSent(pText, tok.iFrom)).iFrom];
  return newsTokIs(pFirst, NEWS_LEX_PREP | NEWS_LEX_ADVERB) &&
         pFirst + SUBJECT_TURN > pTok;
}

/* Whether a verb can be that of a subject before it, and not of one behind it:
** "said Ann Lee". */
static int subjectIsVerb(const NewsToken *p) {
  int bOpens = (p[1].flags & NEWS_TF_CAP) ||
               newsTokIs(&p[1], NEWS_LEX_DET | NEWS_LEX_INDEF | NEWS_LEX_PRON);
  return newsTokIs(p, NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_PAST |
                          NEWS_LEX_THIRD) &&
         !(p->flags & NEWS_TF_CAP) &&
         !(newsTokIs(p, NEWS_LEX_INVERT) && bOpens);
}

/* Whether the sentence goes on with the verb of a name before the comma at
** token i, behind what is told beside it: Ann Lee[, who lost a son,] wept. */
static int subjectResumes(const NewsText *pText, u32 i) {
  const NewsToken *aTok = pText->aTok;
  u32 j, k, iMax = NEWS_MIN(pText->nTok, i + SUBJECT_APPOSED);
  for( j = i; j + 2 < iMax; j++ ) {
    if( aTok[j].eKind == NEWS_TOK_MARK || (aTok[j].flags & NEWS_TF_SENT) ) {
      break;
    }
    if( !newsTokPunct(&aTok[j], ',') ) continue;
    k = j + 1;
    while( k + 2 < iMax && k < j + 3 && newsTokIs(&aTok[k], NEWS_LEX_ADVERB) ) {
      k++;
    }
    if( j > i && subjectIsVerb(&aTok[k]) ) return 1;
  }
  return 0;
}

/* The verb that follows what a preposition, token i, ties to the phrase before
** it, or 0: The governor [of the bank] spoke. */
static u32 subjectTiedVerb(const NewsText *pText, u32 i) {
  const NewsToken *aTok = pText->aTok;
  u32 j, iMax = NEWS_MIN(pText->nTok, i + SUBJECT_TIED);
  if( !newsTokIs(&aTok[i], NEWS_LEX_PREP) ) return 0;
  for( j = i + 1; j + 1 < iMax; j++ ) {
    if( !newsTokWordy(&aTok[j]) && aTok[j].eKind != NEWS_TOK_CLITIC ) break;
    if( j > i + 1 && subjectIsVerb(&aTok[j]) ) return j;
  }
  return 0;
}

/* Whether a comma follows what a preposition, token i, ties to the phrase
** before it, and a verb what stands beside that: Ann Lee [of the bank, a
** lawyer,] spoke. */
static int subjectIsTiedParted(const NewsText *pText, u32 i) {
  const NewsToken *aTok = pText->aTok;
  u32 j = i + 1, iMax = NEWS_MIN(pText->nTok, i + SUBJECT_TIED);
  if( !newsTokIs(&aTok[i], NEWS_LEX_PREP) ) return 0;
  while( j + 1 < iMax && newsTokWordy(&aTok[j]) && !subjectIsVerb(&aTok[j]) ) {
    j++;
  }
  return newsTokPunct(&aTok[j], ',') && subjectResumes(pText, j);
}

/* End of a phrase that begins a sentence with a noun for a person, with what is
** tied to that before the verb: A spokesman [for the union] disagreed. */
u32 newsSubjectEnd(const NewsText *pText, NewsSpan tok, u32 iEnd) {
  const NewsToken *aTok = pText->aTok, *pLast = &aTok[tok.iTo - 1];
  u32 i = tok.iTo;
  if( !(aTok[tok.iFrom].flags & NEWS_TF_SENT) ||
      !newsTokIs(pLast, NEWS_LEX_ROLE | NEWS_LEX_SOURCE) ||
      (pLast->flags & NEWS_TF_CAP) ||
      newsTextWeight(pText, aTok[i].iWord) < NEWS_LEXICON_FOR ) {
    return tok.iTo;
  }
  i = subjectTiedVerb(pText, i);
  while( i > tok.iTo + 2 && newsTokIs(&aTok[i - 1], NEWS_LEX_ADVERB) ) i--;
  return i && i <= iEnd ? i : tok.iTo;
}

/* Whether a name before a comma is a subject, though its sentence does not
** begin with it: "Outside court, Ann Lee, a baker, wept", where what is told
** beside it ends before token iTo. */
static int subjectIsParted(const NewsText *pText, NewsSpan tok, u32 iTo) {
  const NewsToken *aTok = pText->aTok;
  u32 i = NEWS_MAX(tok.iTo, iTo);
  if( tok.iFrom == 0 || !newsTokPunct(&aTok[i], ',') ||
      newsTokIs(&aTok[tok.iFrom - 1], NEWS_LEX_PAST | NEWS_LEX_THIRD |
                                          NEWS_LEX_BASE | NEWS_LEX_GER) ) {
    return 0;
  }
  return subjectResumes(pText, tok.iTo);
}

/* Past the bracket or dashes at token i with what stands within, or i: Ann Lee
** ["(54)"] wept, Ann Lee [- a baker -] wept. */
static u32 subjectAside(const NewsText *pText, u32 i) {
  const NewsToken *aTok = pText->aTok;
  u32 j, iMax = NEWS_MIN(pText->nTok, i + SUBJECT_APPOSED);
  int bDash = newsTokDash(&aTok[i]);
  if( !bDash && !newsTokPunct(&aTok[i], '(') ) return i;
  for( j = i + 1; j + 1 < iMax; j++ ) {
    if( aTok[j].flags & NEWS_TF_SENT ) break;
    if( bDash ? newsTokDash(&aTok[j]) : newsTokPunct(&aTok[j], ')') ) {
      return j + 1;
    }
  }
  return i;
}

/* Whether a sentence about what somebody said begins: Ann Lee's [response was]
** brief. */
static int subjectIsAnswer(const NewsToken *p) {
  return newsTokIs(p, NEWS_LEX_DOCUMENT | NEWS_LEX_CUE) &&
         newsTokIs(&p[1], NEWS_LEX_AUX);
}

/* Whether a phrase, with an apposition that ends before token iTo, is a
** subject: a verb follows, if need be behind adverbs, and no preposition stands
** before it. */
int newsSubjectIs(const NewsText *pText, const NewsMentionList *p, NewsSpan tok,
                  u32 iTo, int bNamed) {
  const NewsMention *aMention = p->vMention.a;
  u32 nMention = p->vMention.n;
  const NewsToken *aTok = pText->aTok;
  const u64 mVerb = NEWS_LEX_AUX | NEWS_LEX_MODAL | NEWS_LEX_VERB |
                    NEWS_LEX_PAST | NEWS_LEX_THIRD | NEWS_LEX_NEG;
  u32 i = tok.iTo;
  int n, bFirst = (aTok[tok.iFrom].flags & NEWS_TF_SENT) != 0;
  if( nMention > 1 && tok.iFrom > 0 &&
      aTok[tok.iFrom - 1].eKind == NEWS_TOK_CLITIC &&
      aMention[nMention - 2].name.all.iTo == tok.iFrom - 1 ) {
    bFirst |= (aTok[aMention[nMention - 2].name.all.iFrom].flags &
               NEWS_TF_SENT) != 0; /* "Holt's colleague Matt Lauer" */
  }
  if( tok.iFrom > 0 && (aTok[tok.iFrom - 1].flags & NEWS_TF_SENT) &&
      newsTokIs(&aTok[tok.iFrom - 1], NEWS_LEX_DET) ) {
    bFirst = 1; /* "Her" pupil Jane Doe */
  }
  if( tok.iFrom > 0 && !bFirst &&
      newsTokIs(&aTok[tok.iFrom - 1], NEWS_LEX_PREP) &&
      !newsTokIs(&aTok[tok.iFrom - 1], NEWS_LEX_SUBORD) ) {
    return 0;
  }
  i = subjectAside(pText, i);
  iTo = NEWS_MAX(i, iTo);
  if( newsTokPunct(&aTok[i], ',') || iTo > i ) {
    return bFirst || (bNamed && subjectIsParted(pText, tok, iTo));
  }
  for( n = 0; n < 3 && i < pText->nTok; n++, i++ ) {
    if( aTok[i].eKind == NEWS_TOK_CLITIC && n == 0 &&
        !newsTokIs(&aTok[i - 1], NEWS_LEX_PRON) ) {
      return bFirst && bNamed && subjectIsAnswer(&aTok[i + 1]);
    }
    if( newsTokIs(&aTok[i], mVerb) ) return 1;
    if( !newsTokIs(&aTok[i], NEWS_LEX_ADVERB) ) break;
  }
  if( n == 0 && bFirst &&
      (subjectTiedVerb(pText, i) || subjectIsTiedParted(pText, i)) ) {
    return 1;
  }
  return n == 0 && (bFirst || bNamed) && aTok[i].eKind == NEWS_TOK_WORD &&
         (aTok[i].flags & NEWS_TF_CAP) == 0 &&
         !newsTokIs(&aTok[i], NEWS_LEX_PREP | NEWS_LEX_CONJ);
}
