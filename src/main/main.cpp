#include <cstdio>

int main() {
    std::puts("timbang");
    return 0;
}
