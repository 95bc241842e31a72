"""What a browser's allocators keep for nobody, by its own dump."""

from collections.abc import Mapping
from typing import Any

from tests.fuzz.allocators import free_inside

TAB = 7


def dumped(process: int = TAB, **sizes: tuple[int, int]) -> Mapping[str, Any]:
    """A trace's event with a dump: by names, `__` for a slash, the bytes of pages and those in use."""
    allocators = {
        name.replace("__", "/"): {
            "attrs": {
                "size": {"type": "scalar", "units": "bytes", "value": f"{size:x}"},
                "allocated_objects_size": {"type": "scalar", "units": "bytes", "value": f"{used:x}"},
            }
        }
        for name, (size, used) in sizes.items()
    }
    return {"pid": process, "args": {"dumps": {"allocators": allocators}}}


def test_what_is_free_in_each_allocator_is_added_up() -> None:
    event = dumped(
        malloc__partitions=(100, 90),
        partition_alloc__partitions__buffer=(50, 30),
        partition_alloc__partitions__array_buffer=(8, 8),
        blink_gc__main__heap=(60, 20),
        blink_gc__workers__worker_0x1__heap=(5, 4),
    )
    assert free_inside([event], TAB) == 10 + 20 + 0 + 40 + 1


def test_what_is_told_twice_or_of_another_process_or_has_no_pages_of_its_own_does_not_count() -> None:
    events = [
        {"pid": TAB, "name": "process_name"},
        dumped(malloc__partitions=(100, 90)),
        dumped(TAB + 1, malloc__partitions=(100, 10)),
        dumped(malloc=(130, 90), malloc__partitions__allocator=(99, 89)),
        dumped(blink_gc__main__heap__NormalPageSpace1=(9, 1), blink_objects__blink_gc__main=(9, 1)),
        dumped(partition_alloc__partitions__buffer__buckets=(9, 1)),
    ]
    assert free_inside(events, TAB) == 10


def test_an_allocator_that_uses_more_than_it_tells_of_frees_nothing() -> None:
    assert free_inside([dumped(malloc__partitions=(10, 90))], TAB) == 0
