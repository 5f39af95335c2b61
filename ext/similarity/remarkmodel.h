/*
** remarkmodel.h: the weights of remark.c, in 1/1024, in the order of
** its features.
**
** Made by tool/mkremark.c of 17287 pairs.
*/
static const int aRemarkModel[NEWS_REMARK_FEATURES] = {
    -787, -381,  1912,  -1181, 21,   1944,  224,  6152,  -3661, -140,
    -73,  -1560, 193,   -530,  397,  -56,   -71,  116,   -815,  -152,
    -17,  -138,  -490,  -80,   84,   -4179, 602,  -1008, -3571, -1181,
    -760, -2168, -2328, 4637,  -641, 639,   -854, 1941,  1290,  -216,
    1032, 784,   -284,  120,   241,  -337,  2628, -2006};
