// Vector instructions that Swift has no operator for.
//
// Each is a few instructions of the processor where it has them, and a loop elsewhere; all give the
// same numbers. Swift takes these functions into its own loops: there is no call.
#ifndef DUCKWEED_CVECTORS_H
#define DUCKWEED_CVECTORS_H

#define DUCKWEED_VECTOR static inline __attribute__((always_inline))

/// 32 bytes: `SIMD32<UInt8>`.
typedef unsigned char duckweed_bytes __attribute__((ext_vector_type(32)));

/// A number for each eight neighbouring bytes: `SIMD4<UInt64>`.
typedef unsigned long long duckweed_octet_sums __attribute__((ext_vector_type(4)));

/// Eight numbers: `SIMD8<UInt32>`.
typedef unsigned duckweed_square_sums __attribute__((ext_vector_type(8)));

/// Eight numbers: `SIMD8<Float>`.
typedef float duckweed_eight_floats __attribute__((ext_vector_type(8)));

/// Four numbers: `SIMD4<Float>`.
typedef float duckweed_four_floats __attribute__((ext_vector_type(4)));

/// Sixteen numbers: `SIMD16<UInt16>`.
typedef unsigned short duckweed_sixteen_shorts __attribute__((ext_vector_type(16)));

/// Sixteen numbers: `SIMD16<UInt64>`.
typedef unsigned long long duckweed_sixteen_words __attribute__((ext_vector_type(16)));

/// Sums |first − second| over each eight neighbouring bytes: PSADBW.
DUCKWEED_VECTOR duckweed_octet_sums duckweed_sum_differences(
    duckweed_bytes first, duckweed_bytes second) {
#if defined(__AVX2__)
    typedef char vector __attribute__((vector_size(32)));
    return (duckweed_octet_sums)__builtin_ia32_psadbw256((vector)first, (vector)second);
#elif defined(__SSE2__)
    typedef char vector __attribute__((vector_size(16)));
    typedef unsigned long long half __attribute__((ext_vector_type(2)));
    half low = (half)__builtin_ia32_psadbw128((vector)first.lo, (vector)second.lo);
    half high = (half)__builtin_ia32_psadbw128((vector)first.hi, (vector)second.hi);
    return (duckweed_octet_sums){low.x, low.y, high.x, high.y};
#else
    duckweed_bytes differences = __builtin_elementwise_max(first, second)
        - __builtin_elementwise_min(first, second);
    duckweed_octet_sums sums = 0;
    for (int index = 0; index < 32; index++) sums[index / 8] += differences[index];
    return sums;
#endif
}

/// Sums bytes² into eight numbers, four in each; their sum is that over all.
DUCKWEED_VECTOR duckweed_square_sums duckweed_sum_squares(duckweed_bytes bytes) {
    typedef unsigned short products __attribute__((ext_vector_type(32)));
    typedef unsigned numbers __attribute__((ext_vector_type(32)));
    products wide = __builtin_convertvector(bytes, products);
    numbers squares = __builtin_convertvector(wide * wide, numbers);
    return squares.lo.lo + squares.lo.hi + squares.hi.lo + squares.hi.hi;
}

/// The greater of each two bytes.
DUCKWEED_VECTOR duckweed_bytes duckweed_greater(duckweed_bytes first, duckweed_bytes second) {
    return __builtin_elementwise_max(first, second);
}

/// The lesser of each two bytes.
DUCKWEED_VECTOR duckweed_bytes duckweed_lesser(duckweed_bytes first, duckweed_bytes second) {
    return __builtin_elementwise_min(first, second);
}

/// 255 where the first byte is not less than the second, else 0.
DUCKWEED_VECTOR duckweed_bytes duckweed_not_less(duckweed_bytes first, duckweed_bytes second) {
    return (duckweed_bytes)(first >= second);
}

/// Eight of sixteen numbers in a row, from the fifth on.
DUCKWEED_VECTOR duckweed_eight_floats duckweed_eight_from_4(
    duckweed_eight_floats first, duckweed_eight_floats next) {
    return __builtin_shufflevector(first, next, 4, 5, 6, 7, 8, 9, 10, 11);
}

/// Four rows of four numbers for four of each: the first of each four, then the second, and so on.
DUCKWEED_VECTOR duckweed_sixteen_shorts duckweed_transpose(duckweed_sixteen_shorts fours) {
    return __builtin_shufflevector(
        fours, fours, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
}

/// Each number turned left by 29 bits.
///
/// Of Swift's shifts the compiler makes a turn of each number by itself.
DUCKWEED_VECTOR duckweed_sixteen_words duckweed_rotate_29(duckweed_sixteen_words numbers) {
    return numbers << 29 | numbers >> 35;
}

/// 1 where a bit of one of the numbers is set, else 0.
DUCKWEED_VECTOR long duckweed_any_bit_of_eight(duckweed_eight_floats numbers) {
    typedef int bits __attribute__((ext_vector_type(8)));
    return __builtin_reduce_or((bits)numbers) != 0;
}

/// 1 where a bit of one of the numbers is set, else 0.
DUCKWEED_VECTOR long duckweed_any_bit_of_four(duckweed_four_floats numbers) {
    typedef int bits __attribute__((ext_vector_type(4)));
    return __builtin_reduce_or((bits)numbers) != 0;
}

/// Asks for memory that will be read soon. Any address will do.
DUCKWEED_VECTOR void duckweed_prefetch(const void *address) { __builtin_prefetch(address); }

#undef DUCKWEED_VECTOR
#endif
