"""Who has a clot by coded records: our definition in levels, published ones beside it (reference 4, 8).

None of the published definitions that were read asks for an anticoagulant or a scan. They count codes,
of old clots as of new ones. Ours keeps its levels apart. Nothing here changes what is done for anybody.
"""
