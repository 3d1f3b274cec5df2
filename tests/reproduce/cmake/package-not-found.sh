# needs: apt:cmake apt:gcc
# Asks for packages that are not there, with and without a find module of CMake.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
{
  printf 'cmake_minimum_required(VERSION 3.10)\nproject(app C)\nfind_package(NoSuchLibrary REQUIRED)\n' >CMakeLists.txt
  cmake -B one .
  printf 'cmake_minimum_required(VERSION 3.10)\nproject(app C)\nset(GIF_LIBRARY GIF_LIBRARY-NOTFOUND)\nset(CMAKE_FIND_ROOT_PATH /nonexistent)\nset(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)\nset(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)\nfind_package(CURL REQUIRED)\n' >CMakeLists.txt
  cmake -B two .
} >out 2>&1
cat out
grep -qF 'By not providing "FindNoSuchLibrary.cmake"' out && grep -qF 'Could NOT find CURL (missing: ' out
