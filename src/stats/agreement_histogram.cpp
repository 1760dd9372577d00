#include "stats/agreement_histogram.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

// SSE2 belongs to every x86-64 machine; elsewhere the plain loops below do the same.
#if defined(__SSE2__)
#include <emmintrin.h>
#define TIMBANG_SSE2 1
#endif

namespace timbang::stats {
namespace {

/// Four tables, so that equal neighbours do not wait for each other.
void count_by_table(std::span<const std::uint8_t> codes, std::size_t categories, std::uint32_t* counts) {
    std::array<std::array<std::uint32_t, 256>, 4> tables{};
    std::size_t i = 0;
    for (; i + 8 <= codes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, codes.data() + i, 8);
        for (std::size_t j = 0; j < 8; ++j) ++tables[j & 3][(word >> (8 * j)) & 255];
    }
    for (; i < codes.size(); ++i) ++tables[0][codes[i]];
    for (std::size_t k = 0; k < categories; ++k) counts[k] = tables[0][k] + tables[1][k] + tables[2][k] + tables[3][k];
}

void count_plainly(std::span<const std::uint8_t> codes, std::size_t categories, std::uint32_t* counts) {
    std::fill(counts, counts + categories, 0U);
    for (const std::uint8_t code : codes) {
        if (code < categories) ++counts[code];
    }
}

#ifdef TIMBANG_SSE2

std::uint32_t sum_bytes(__m128i bytes) {
    const __m128i halves = _mm_sad_epu8(bytes, _mm_setzero_si128());
    return static_cast<std::uint32_t>(_mm_cvtsi128_si32(halves)) +
           static_cast<std::uint32_t>(_mm_cvtsi128_si32(_mm_srli_si128(halves, 8)));
}

/// Counts sizeof...(K) categories from `first` on in `blocks` × 16 codes; a byte counter holds 255. The pack is written
/// out by the compiler, so that all counters stay in registers.
template <std::size_t... K>
void count_group(const std::uint8_t* codes, std::size_t blocks, std::size_t first, std::uint32_t* counts,
                 std::index_sequence<K...>) {
    const __m128i wanted[] = {_mm_set1_epi8(static_cast<char>(first + K))...};
    while (blocks > 0) {
        const std::size_t some = std::min<std::size_t>(blocks, 255);
        __m128i found[] = {((void)K, _mm_setzero_si128())...};
        for (std::size_t i = 0; i < some; ++i) {
            const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(codes + 16 * i));
            ((found[K] = _mm_sub_epi8(found[K], _mm_cmpeq_epi8(block, wanted[K]))), ...);
        }
        ((counts[first + K] += sum_bytes(found[K])), ...);
        codes += 16 * some;
        blocks -= some;
    }
}

void count_by_comparing(std::span<const std::uint8_t> codes, std::size_t categories, std::uint32_t* counts) {
    std::fill(counts, counts + categories, 0U);
    const std::size_t blocks = codes.size() / 16;
    std::size_t k = 0;
    for (; k + 5 <= categories; k += 5) count_group(codes.data(), blocks, k, counts, std::make_index_sequence<5>());
    switch (categories - k) {
    case 4: count_group(codes.data(), blocks, k, counts, std::make_index_sequence<4>()); break;
    case 3: count_group(codes.data(), blocks, k, counts, std::make_index_sequence<3>()); break;
    case 2: count_group(codes.data(), blocks, k, counts, std::make_index_sequence<2>()); break;
    case 1: count_group(codes.data(), blocks, k, counts, std::make_index_sequence<1>()); break;
    default: break;
    }
    for (std::size_t i = 16 * blocks; i < codes.size(); ++i) {
        if (codes[i] < categories) ++counts[codes[i]];
    }
}

/// One category in sixteen columns at a time.
void count_sixteen(const std::uint8_t* first, std::size_t rows, std::size_t stride, std::size_t category,
                   std::uint8_t* found) {
    __m128i sum = _mm_setzero_si128();
    const __m128i wanted = _mm_set1_epi8(static_cast<char>(category));
    for (std::size_t i = 0; i < rows; ++i) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(first + i * stride));
        sum = _mm_sub_epi8(sum, _mm_cmpeq_epi8(block, wanted));
    }
    _mm_storeu_si128(reinterpret_cast<__m128i*>(found), sum);
}

#endif

bool byte_of(double value, std::uint8_t& byte) {
    if (std::isnan(value)) {
        byte = 255;
        return true;
    }
    if (!(value >= 0 && value <= 254)) return false;
    byte = static_cast<std::uint8_t>(value);
    return static_cast<double>(byte) == value;
}

} // namespace

void count_bytes(std::span<const std::uint8_t> codes, std::size_t categories, std::uint32_t* counts) {
#ifdef TIMBANG_SSE2
    if (categories <= 15 && codes.size() >= 64) return count_by_comparing(codes, categories, counts);
#endif
    if (codes.size() >= 512) return count_by_table(codes, categories, counts);
    count_plainly(codes, categories, counts);
}

void count_columns(const ByteBlock& block, std::size_t categories, std::uint32_t* counts) {
    std::size_t column = 0;
#ifdef TIMBANG_SSE2
    if (categories <= 15) {
        std::array<std::uint8_t, 16> found{};
        for (; column + 16 <= block.width; column += 16) {
            for (std::size_t begin = 0; begin < block.rows; begin += 255) {
                const std::size_t some = std::min<std::size_t>(255, block.rows - begin);
                for (std::size_t k = 0; k < categories; ++k) {
                    count_sixteen(block.first + begin * block.stride + column, some, block.stride, k, found.data());
                    for (std::size_t j = 0; j < 16; ++j) counts[(column + j) * categories + k] += found[j];
                }
            }
        }
    }
#endif
    for (std::size_t i = 0; i < block.rows; ++i) {
        const std::uint8_t* row = block.first + i * block.stride;
        for (std::size_t j = column; j < block.width; ++j) {
            if (row[j] < categories) ++counts[j * categories + row[j]];
        }
    }
}

bool bytes_of(std::span<const double> values, std::uint8_t* bytes) {
    std::size_t i = 0;
#ifdef TIMBANG_SSE2
    const __m128i most = _mm_set1_epi32(254);
    for (; i + 4 <= values.size(); i += 4) {
        const __m128d low = _mm_loadu_pd(values.data() + i);
        const __m128d high = _mm_loadu_pd(values.data() + i + 2);
        // NaN and what is too large become the most negative integer.
        const __m128i whole = _mm_unpacklo_epi64(_mm_cvttpd_epi32(low), _mm_cvttpd_epi32(high));
        const __m128d same_low = _mm_cmpeq_pd(_mm_cvtepi32_pd(whole), low);
        const __m128d same_high = _mm_cmpeq_pd(_mm_cvtepi32_pd(_mm_srli_si128(whole, 8)), high);
        const int missing_high = _mm_movemask_pd(_mm_cmpunord_pd(high, high));
        const int missing = _mm_movemask_pd(_mm_cmpunord_pd(low, low)) | missing_high << 2;
        const int same = _mm_movemask_pd(same_low) | _mm_movemask_pd(same_high) << 2;
        const __m128i outside = _mm_or_si128(_mm_cmpgt_epi32(whole, most), _mm_cmplt_epi32(whole, _mm_setzero_si128()));
        const int wrong = _mm_movemask_ps(_mm_castsi128_ps(outside));
        if ((missing | (same & ~wrong)) != 15) return false;
        const __m128i blank = _mm_srli_epi32(_mm_srai_epi32(whole, 31), 24); // 255 where negative: missing
        const __m128i code = _mm_or_si128(_mm_and_si128(whole, _mm_set1_epi32(255)), blank);
        const __m128i packed = _mm_packus_epi16(_mm_packs_epi32(code, code), code);
        const int four = _mm_cvtsi128_si32(packed);
        std::memcpy(bytes + i, &four, 4);
    }
#endif
    for (; i < values.size(); ++i) {
        if (!byte_of(values[i], bytes[i])) return false;
    }
    return true;
}

} // namespace timbang::stats
