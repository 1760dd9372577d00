#include <algorithm>
#include <cmath>
#include <numeric>

#include "stats/facets_design.h"

namespace timbang::stats {

namespace {

class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::uint32_t{0}); }

    std::uint32_t root(std::uint32_t one) {
        while (parent_[one] != one)
            one = parent_[one] = parent_[parent_[one]];
        return one;
    }
    void join(std::uint32_t a, std::uint32_t b) { parent_[root(a)] = root(b); }

private:
    std::vector<std::uint32_t> parent_;
};

std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

bool equal_but(const FacetsDesign& design, std::size_t a, std::size_t b, std::size_t facet) {
    for (std::size_t f = 0; f < design.facets; ++f) {
        if (f != facet && design.element[a * design.facets + f] != design.element[b * design.facets + f]) return false;
    }
    return true;
}

// Rows that differ in one facet only let its two elements be compared. Rows linked so, also over others, let all their
// elements be compared (Weeks & Williams 1964); with two facets that is also the only way.
Groups link_rows(const FacetsDesign& design) {
    constexpr std::uint32_t kEmpty = 0xFFFFFFFF;
    std::size_t size = 16;
    while (size < design.rows() * 2)
        size *= 2;
    Groups groups(design.rows());
    std::vector<std::uint32_t> slots;
    for (std::size_t facet = 0; facet < design.facets; ++facet) {
        slots.assign(size, kEmpty);
        for (std::size_t r = 0; r < design.rows(); ++r) {
            std::uint64_t hash = 0x9E3779B97F4A7C15U;
            for (std::size_t f = 0; f < design.facets; ++f) {
                if (f != facet) hash = mixed(hash + design.element[r * design.facets + f] + 1);
            }
            std::size_t slot = hash & (size - 1);
            while (slots[slot] != kEmpty && !equal_but(design, slots[slot], r, facet))
                slot = (slot + 1) & (size - 1);
            if (slots[slot] == kEmpty) {
                slots[slot] = static_cast<std::uint32_t>(r);
            } else {
                groups.join(static_cast<std::uint32_t>(r), slots[slot]);
            }
        }
    }
    return groups;
}

using Values = std::vector<double>;

// NᵀN x, N = rows × elements with a 1 where the element is in the row.
Values normal_times(const FacetsDesign& design, const Values& x) {
    Values y(x.size(), 0);
    for (std::size_t r = 0; r < design.rows(); ++r) {
        const auto* elements = &design.element[r * design.facets];
        double sum = 0;
        for (std::size_t f = 0; f < design.facets; ++f)
            sum += x[elements[f]];
        for (std::size_t f = 0; f < design.facets; ++f)
            y[elements[f]] += sum;
    }
    return y;
}

double dot(const Values& a, const Values& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// A vector at random minus its part in the row space of N: what no rating can tell. Two elements of a facet can be
// compared exactly where every such vector has equal values for them; one at random shows it. Conjugate gradients.
Values unseen(const FacetsDesign& design) {
    Values x(design.elements());
    for (std::size_t e = 0; e < x.size(); ++e)
        x[e] = static_cast<double>(mixed(e + 1) >> 11) * 0x1p-53;
    Values residual = normal_times(design, x);
    for (double& value : residual)
        value = -value;
    Values direction = residual;
    double squared = dot(residual, residual);
    const double enough = squared * 1e-26;
    for (std::size_t i = 0; i < 4 * x.size() + 100 && squared > enough; ++i) {
        const Values image = normal_times(design, direction);
        const double length = squared / dot(direction, image);
        for (std::size_t e = 0; e < x.size(); ++e) {
            x[e] += length * direction[e];
            residual[e] -= length * image[e];
        }
        const double next = dot(residual, residual);
        for (std::size_t e = 0; e < x.size(); ++e)
            direction[e] = residual[e] + next / squared * direction[e];
        squared = next;
    }
    return x;
}

void number_by(const FacetsDesign& design, const Values& values, std::size_t facet, std::vector<std::size_t>& subset) {
    constexpr double kSame = 1e-8;
    std::vector<std::size_t> order;
    for (std::size_t e = design.offset[facet]; e < design.offset[facet + 1]; ++e) {
        if (design.ratings[e] > 0) order.push_back(e);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<std::size_t> group(order.size(), 0);
    for (std::size_t i = 1; i < order.size(); ++i) {
        group[i] = group[i - 1] + (values[order[i]] - values[order[i - 1]] > kSame ? 1 : 0);
    }
    for (std::size_t i = 0; i < order.size(); ++i)
        subset[order[i]] = group[i];
}

// Numbers by first appearance, so that element 0 is in subset 0.
void renumber(const FacetsDesign& design, std::size_t facet, std::vector<std::size_t>& subset) {
    constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::vector<std::size_t> named(design.facet_size(facet), kNone);
    std::size_t next = 0;
    for (std::size_t e = design.offset[facet]; e < design.offset[facet + 1]; ++e) {
        if (design.ratings[e] == 0) continue;
        auto& name = named[subset[e]];
        if (name == kNone) name = next++;
        subset[e] = name;
    }
}

} // namespace

void find_subsets(FacetsDesign& design) {
    design.subset.assign(design.elements(), 0);
    auto groups = link_rows(design);
    design.connected = true;
    for (std::size_t r = 1; r < design.rows() && design.connected; ++r) {
        design.connected = groups.root(static_cast<std::uint32_t>(r)) == groups.root(0);
    }
    if (design.connected) return;
    const auto values = unseen(design);
    design.connected = true;
    for (std::size_t f = 0; f < design.facets; ++f) {
        number_by(design, values, f, design.subset);
        renumber(design, f, design.subset);
        for (std::size_t e = design.offset[f]; e < design.offset[f + 1]; ++e) {
            if (design.subset[e] > 0) design.connected = false;
        }
    }
}

} // namespace timbang::stats
