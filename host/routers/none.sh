# No router on this host.

router_check() { :; }
router_report() { :; }
router_set() { fail router_failed "No router is set for this host."; }
router_keep() { :; }
router_carries() { return 1; }
