# Included by llama.cpp's project: its tools and their common code are not needed, and half of the build.
set(LLAMA_BUILD_COMMON OFF CACHE BOOL "" FORCE)
